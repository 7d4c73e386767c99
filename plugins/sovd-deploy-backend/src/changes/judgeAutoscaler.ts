import type { JsonObject } from '@backstage/types';
import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import { blocker } from './blocker';
import type { ScaleBounds } from './scaledAnswers';

const valuesSchema = z.object({ hpa: z.object({ enabled: z.literal(false) }) });

/**
 * Without an autoscaler nothing moves pods between two bounds: then a scale sets their
 * number, by the same one for both.
 */
export function judgeAutoscaler(
  { backendMin, backendMax }: ScaleBounds,
  values: JsonObject,
): Finding[] {
  const isOff = valuesSchema.safeParse(values).success;
  if (!isOff || backendMin === backendMax) return [];
  return [
    blocker(
      'autoscaler-off',
      `No autoscaler keeps between ${backendMin} and ${backendMax} pods`,
      'The values of the environment have hpa.enabled: false, so the number of pods is fixed.',
      'Give the same number as least and most, or set hpa.enabled to true in values.yaml',
    ),
  ];
}
