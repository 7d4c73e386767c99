import type { JsonObject } from '@backstage/types';
import { judgeConnectionBudget } from '@sovd/plugin-sovd-deploy-common';
import type { Environment, Finding } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';

const valuesSchema = z.object({
  backend: z.object({ replicaCount: z.number().int() }),
});

/** Judges the pods that come by the same rule as the form: each takes its connections. */
export function judgeReplicas(
  { answers }: Environment,
  values: JsonObject,
): Finding[] {
  const parsed = valuesSchema.safeParse(values);
  if (!parsed.success) return [];
  const { replicaCount: backendReplicas } = parsed.data.backend;
  return judgeConnectionBudget({ ...answers, backendReplicas });
}
