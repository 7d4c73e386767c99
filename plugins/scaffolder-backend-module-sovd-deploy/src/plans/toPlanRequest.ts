import { InputError } from '@backstage/errors';
import { planRequestSchema } from '@sovd/plugin-sovd-deploy-common';
import type { PlannedKind, PlanRequest } from '@sovd/plugin-sovd-deploy-common';

/** What a step says of the change that it wants planned; each kind takes its own, or none. */
export interface PlanInput {
  kind: PlannedKind;
  version?: string;
  revision?: number;
  backendMin?: number;
  backendMax?: number;
}

const fields = ['version', 'revision', 'backendMin', 'backendMax'] as const;
type Field = (typeof fields)[number];

const fieldsOf: Record<PlannedKind, readonly Field[]> = {
  upgrade: ['version'],
  rollback: ['revision'],
  scale: ['backendMin', 'backendMax'],
  restart: [],
};

const meaning: Record<Field, string> = {
  version: 'the image tag or digest that shall run',
  revision: "Helm's revision of the release to go back to",
  backendMin: 'how many pods the backend has at least',
  backendMax: 'how many pods the backend has at most',
};

/**
 * What the portal is asked to plan.
 *
 * @throws InputError when the input of the kind is missing, wrong, or of another kind:
 * a version that a restart left aside would be a promise that isn't kept
 */
export function toPlanRequest(input: PlanInput): PlanRequest {
  const { kind } = input;
  const wanted = fieldsOf[kind];
  const surplus = fields.filter(
    field => !wanted.includes(field) && input[field] !== undefined,
  );
  if (surplus.length > 0) {
    throw new InputError(
      `A change of kind ${kind} takes no ${surplus.join(
        ' and no ',
      )}. Leave it out, or choose another kind.`,
    );
  }
  const missing = wanted.find(field => input[field] === undefined);
  if (missing) {
    throw new InputError(
      `A change of kind ${kind} needs ${missing}: ${meaning[missing]}.`,
    );
  }
  const request = planRequestSchema.safeParse({
    kind,
    input: Object.fromEntries(wanted.map(field => [field, input[field]])),
  });
  if (!request.success) {
    const { issues } = request.error;
    throw new InputError(
      issues
        .map(({ path, message }) => `${path.map(String).at(-1)}: ${message}`)
        .join('\n'),
    );
  }
  return request.data;
}
