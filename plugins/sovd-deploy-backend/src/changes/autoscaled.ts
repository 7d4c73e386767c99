import type { JsonObject } from '@backstage/types';
import { z } from 'zod/v4';
import type { RenderedObject } from '../releases/RenderedObject';

const autoscalerSchema = z.object({
  kind: z.literal('HorizontalPodAutoscaler'),
  spec: z.object({
    scaleTargetRef: z.object({ kind: z.string(), name: z.string() }),
    minReplicas: z.number().int().default(1),
  }),
});

const deploymentSpecSchema = z.record(z.string(), z.json());

/** Without the numbers of pods that an autoscaler sets: they say nothing of a release. */
export function withoutScaledPods(
  objects: readonly RenderedObject[],
): RenderedObject[] {
  return changeScaled(objects, ({ replicas: _replicas, ...spec }) => spec);
}

/** With the fewest pods that an autoscaler keeps, where one sets their number. */
export function withMinimumPods(
  objects: readonly RenderedObject[],
): RenderedObject[] {
  return changeScaled(objects, (spec, replicas) => ({ ...spec, replicas }));
}

function changeScaled(
  objects: readonly RenderedObject[],
  change: (spec: JsonObject, minimum: number) => JsonObject,
): RenderedObject[] {
  const minimums = new Map(
    objects
      .map(object => autoscalerSchema.safeParse(object).data?.spec)
      .filter(spec => spec?.scaleTargetRef.kind === 'Deployment')
      .map(spec => [spec?.scaleTargetRef.name, spec?.minReplicas ?? 1]),
  );
  return objects.map(object => {
    const minimum = minimums.get(object.metadata.name);
    if (object.kind !== 'Deployment' || minimum === undefined) return object;
    const spec = deploymentSpecSchema.parse(object.spec);
    return { ...object, spec: change(spec, minimum) };
  });
}
