import { InputError } from '@backstage/errors';
import { planRequestSchema } from '@sovd/plugin-sovd-deploy-common';
import type { PlannedKind, PlanRequest } from '@sovd/plugin-sovd-deploy-common';

/** What a step says of the change that it wants planned; each kind takes one of the three, or none. */
export interface PlanInput {
  kind: PlannedKind;
  version?: string;
  revision?: number;
  backendReplicas?: number;
}

const fields = ['version', 'revision', 'backendReplicas'] as const;
type Field = (typeof fields)[number];

const fieldOf: Record<PlannedKind, Field | undefined> = {
  upgrade: 'version',
  rollback: 'revision',
  scale: 'backendReplicas',
  restart: undefined,
};

const meaning: Record<Field, string> = {
  version: 'the image tag or digest that shall run',
  revision: "Helm's revision of the release to go back to",
  backendReplicas: 'how many pods the backend shall have',
};

/**
 * What the portal is asked to plan.
 *
 * @throws InputError when the input of the kind is missing, wrong, or of another kind:
 * a version that a restart left aside would be a promise that isn't kept
 */
export function toPlanRequest(input: PlanInput): PlanRequest {
  const { kind } = input;
  const wanted = fieldOf[kind];
  const surplus = fields.filter(
    field => field !== wanted && input[field] !== undefined,
  );
  if (surplus.length > 0) {
    throw new InputError(
      `A change of kind ${kind} takes no ${surplus.join(
        ' and no ',
      )}. Leave it out, or choose another kind.`,
    );
  }
  if (wanted && input[wanted] === undefined) {
    throw new InputError(
      `A change of kind ${kind} needs ${wanted}: ${meaning[wanted]}.`,
    );
  }
  const request = planRequestSchema.safeParse({
    kind,
    input: wanted ? { [wanted]: input[wanted] } : {},
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
