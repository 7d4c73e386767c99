import type { JsonObject } from '@backstage/types';
import { validateEnvironment } from '@sovd/plugin-sovd-deploy-common';
import type {
  Answers,
  Environment,
  Finding,
  ValidationContext,
} from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';

const valuesSchema = z.object({
  backend: z.object({ replicaCount: z.number().int().optional() }),
  hpa: z
    .object({
      enabled: z.boolean(),
      minReplicas: z.number().int(),
      maxReplicas: z.number().int(),
    })
    .optional(),
});

/** What a release decides of the pods; all other answers were judged when they were given. */
const judged = ['backendMin', 'backendMax', 'backendReplicas'] as const;

/** Judges the pods that the values of a release let come, see {@link judgePods}. */
export function judgeReplicas(
  { answers }: Pick<Environment, 'answers'>,
  values: JsonObject,
  context: ValidationContext,
): Finding[] {
  const pods = podsOf(values);
  return pods ? judgePods({ ...answers, ...pods }, context) : [];
}

/**
 * Judges the pods that may come by the same rules as the form: connections, room and the
 * order of the bounds, whether an autoscaler or a person asks for them.
 */
export function judgePods(
  answers: Answers,
  context: ValidationContext,
): Finding[] {
  return validateEnvironment(answers, context)
    .filter(
      ({ fields = [], severity }) =>
        severity === 'blocker' && judged.some(field => fields.includes(field)),
    )
    .map(({ nextSteps, ...finding }) => ({
      ...finding,
      // a plan has no answers to fill in
      nextSteps: nextSteps.map(({ set: _set, ...step }) => step),
    }));
}

function podsOf(
  values: JsonObject,
): Pick<Answers, (typeof judged)[number]> | undefined {
  const { backend, hpa } = valuesSchema.safeParse(values).data ?? {};
  if (hpa?.enabled) {
    const { minReplicas: backendMin, maxReplicas: backendMax } = hpa;
    // what runs stays within the bounds, wherever a first release started
    return { backendMin, backendMax, backendReplicas: backendMin };
  }
  const pods = backend?.replicaCount;
  return pods === undefined
    ? undefined
    : { backendMin: pods, backendMax: pods, backendReplicas: pods };
}
