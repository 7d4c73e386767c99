import { stackOutputsSchema } from '@sovd/plugin-sovd-deploy-common';
import type {
  Environment,
  Finding,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import { takenOutputs } from '../releases/toStackValues';
import { blocker } from './blocker';

/** The outputs of a stack that a release was planned with; kept with the change as JSON. */
export const plannedOutputsSchema = z.object({
  /** Those that may not be others when the release is deployed. */
  settled: stackOutputsSchema,
  /** Names of those that are known only after the stack. */
  unsettled: z.array(z.string()),
});

export type PlannedOutputs = z.infer<typeof plannedOutputsSchema>;

/** Of today's outputs and those that a preview leaves open, what a release takes. */
export function planOutputs(
  today: StackOutputs,
  unsettled: readonly string[],
): PlannedOutputs {
  const open = unsettled.filter(name => takenOutputs.includes(name));
  const settled = Object.entries(today).filter(
    ([name]) => takenOutputs.includes(name) && !open.includes(name),
  );
  return { settled: Object.fromEntries(settled), unsettled: open };
}

/** Names the outputs that are others than the plan was made with, with both values. */
export function findMovedOutputs(
  { settled, unsettled }: PlannedOutputs,
  now: StackOutputs,
): string[] {
  return takenOutputs
    .filter(name => !unsettled.includes(name) && settled[name] !== now[name])
    .map(
      name => `${name} (${settled[name] ?? 'none'} → ${now[name] ?? 'none'})`,
    );
}

/** The finding that stops a release which wouldn't be the one that was planned. */
export function toMovedOutputs(
  { stackName }: Pick<Environment, 'stackName'>,
  moved: readonly string[],
): Finding {
  return blocker(
    'outputs-moved',
    `Stack ${stackName} gives the release other values than were planned`,
    `${moved.join('; ')}. The stack is changed, the release is as it was.`,
    'Plan again, and look at what these values do',
  );
}
