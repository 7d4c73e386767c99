import type { RevisionSafety } from '@sovd/plugin-sovd-deploy-common';

/** What one operation does to data and older code. */
export interface SafetyJudgement {
  safety: RevisionSafety;
  /** A clause for people, e.g. `older code can't insert`; empty for expand. */
  reason: string;
}

/** From harmless to worst: what is known to lose data outweighs what isn't known. */
const ORDER: readonly RevisionSafety[] = [
  'expand',
  'contract',
  'unknown',
  'irreversible',
];

/** It only adds. */
export const expand: SafetyJudgement = { safety: 'expand', reason: '' };

/** @param reason - a clause */
export function contract(reason: string): SafetyJudgement {
  return { safety: 'contract', reason };
}

/** @param reason - a clause */
export function irreversible(reason: string): SafetyJudgement {
  return { safety: 'irreversible', reason };
}

/** @param reason - a clause */
export function unknown(reason: string): SafetyJudgement {
  return { safety: 'unknown', reason };
}

/** The first of the worst; expand where there is none. */
export function worstOf<T extends SafetyJudgement>(
  judgements: readonly T[],
): T | SafetyJudgement {
  let worst: T | SafetyJudgement = expand;
  for (const judgement of judgements) {
    if (ORDER.indexOf(judgement.safety) > ORDER.indexOf(worst.safety)) {
      worst = judgement;
    }
  }
  return worst;
}
