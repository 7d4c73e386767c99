import type { NextStep } from '../finding';
import type { JudgeContext } from './JudgeContext';
import type { Answers } from './answers';

/** What both rules about canaries begin with. */
export interface CanaryChoice {
  /** The way out that is always open, where the target offers it. */
  rolling: NextStep[];
}

/**
 * The choice of a canary, or undefined where there is none to judge: a target that offers
 * no canary at all is refused by its own rule.
 */
export function canaryChoice(
  { strategy }: Answers,
  { target }: JudgeContext,
): CanaryChoice | undefined {
  const offered = target?.strategies ?? ['rolling', 'canary'];
  if (strategy !== 'canary' || !offered.includes('canary')) return undefined;
  const rolling: NextStep = {
    label: 'Roll out without a canary',
    set: { strategy: 'rolling' },
  };
  return { rolling: offered.includes('rolling') ? [rolling] : [] };
}
