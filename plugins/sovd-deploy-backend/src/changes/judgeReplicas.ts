import type { JsonObject } from '@backstage/types';
import {
  judgeConnectionBudget,
  validateEnvironment,
} from '@sovd/plugin-sovd-deploy-common';
import type {
  Answers,
  Finding,
  Target,
  ValidationContext,
} from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';

const whole = z.number().int();

const valuesSchema = z.object({
  backend: z
    .object({ replicaCount: whole.optional(), workers: whole.optional() })
    .default({}),
  hpa: z
    .object({ enabled: z.boolean(), minReplicas: whole, maxReplicas: whole })
    .optional(),
  rollout: z.object({ strategy: z.enum(['rolling', 'canary']) }).optional(),
  config: z
    .object({
      database: z
        .object({
          poolSize: whole.optional(),
          maxOverflow: whole.optional(),
          maxConnections: whole.optional(),
        })
        .default({}),
    })
    .default({ database: {} }),
});

/** What a release decides of the pods; all other answers were judged when they were given. */
const judged = ['backendMin', 'backendMax', 'backendReplicas'] as const;

type Pods = Pick<Answers, (typeof judged)[number]>;

/** What pods are judged with. */
export interface PodsContext extends ValidationContext {
  /** Where the environment is. */
  target?: Target;
  /** What the database itself allows; by the answers' class when left out. */
  databaseConnections?: number;
}

/**
 * Judges the pods that the values of a release let come, and the connections that they
 * open, see {@link judgePods}. What the values don't say is as the answers have it.
 *
 * @param answers - those that stand afterwards
 * @param unsettled - outputs that only the changed stack will know
 */
export function judgeReplicas(
  answers: Answers,
  values: JsonObject,
  unsettled: readonly string[],
  context: PodsContext,
): Finding[] {
  const { data } = valuesSchema.safeParse(values);
  const pods = data && podsOf(data);
  if (!pods) return [];
  const { backend, config, rollout } = data;
  const { maxConnections, maxOverflow, poolSize } = config.database;
  const asToday = !unsettled.includes('databaseMaxConnections');
  return judgePods(
    {
      ...answers,
      ...pods,
      workers: backend.workers ?? answers.workers,
      databasePoolSize: poolSize ?? answers.databasePoolSize,
      databaseMaxOverflow: maxOverflow ?? answers.databaseMaxOverflow,
      strategy: rollout?.strategy ?? answers.strategy,
    },
    { ...context, ...(asToday && { databaseConnections: maxConnections }) },
  );
}

/**
 * Judges the pods that may come by the same rules as the form: connections, room and the
 * order of the bounds, whether an autoscaler or a person asks for them.
 */
export function judgePods(answers: Answers, context: PodsContext): Finding[] {
  return [
    ...validateEnvironment(answers, context).filter(
      ({ fields = [], rule, severity }) =>
        severity === 'blocker' &&
        rule !== 'connection-budget' &&
        judged.some(field => fields.includes(field)),
    ),
    // by itself: values may have pools that the form doesn't offer
    ...judgeConnectionBudget(answers, context),
  ].map(({ nextSteps, ...finding }) => ({
    ...finding,
    // a plan has no answers to fill in
    nextSteps: nextSteps.map(({ set: _set, ...step }) => step),
  }));
}

function podsOf({
  backend,
  hpa,
}: z.infer<typeof valuesSchema>): Pods | undefined {
  if (hpa?.enabled) {
    const { minReplicas: backendMin, maxReplicas: backendMax } = hpa;
    // what runs stays within the bounds, wherever a first release started
    return { backendMin, backendMax, backendReplicas: backendMin };
  }
  const pods = backend.replicaCount;
  return pods === undefined
    ? undefined
    : { backendMin: pods, backendMax: pods, backendReplicas: pods };
}
