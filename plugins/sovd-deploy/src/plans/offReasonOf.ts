import type { Plan } from '@sovd/plugin-sovd-deploy-common';
import { environmentNameOf } from './planWords';
import { lossesOf } from './lossesOf';
import { isNothingToDo } from './toPlanSections';

interface ApplyForm {
  plan: Plan;
  /** Why this person may not, or not now. */
  barrier?: string;
  reason: string;
  typedName: string;
}

/** Why the one button is off, the hardest reason first; undefined when it is on. */
export function offReasonOf({
  plan,
  barrier,
  reason,
  typedName,
}: ApplyForm): string | undefined {
  const blocker = plan.findings.find(({ severity }) => severity === 'blocker');
  if (blocker) return `A finding stops this plan: ${blocker.headline}`;
  if (isNothingToDo(plan)) {
    return 'There is nothing to do: what runs is what this plan wants.';
  }
  if (barrier) return barrier;
  if (!reason.trim()) return 'Say why first: the history keeps it.';
  const name = environmentNameOf(plan);
  if (lossesOf(plan).length > 0 && typedName !== name) {
    return `Type ${name} to confirm what is lost.`;
  }
  return undefined;
}
