import {
  blockedPlan,
  idlePlan,
  losingPlan,
  upgradePlan,
} from '../__testUtils__/plans';
import { offReasonOf } from './offReasonOf';

const reason = 'Live traces';
const typedName = 'diagnostics-staging';

describe('offReasonOf', () => {
  it.each([
    [{ plan: upgradePlan, reason, typedName: '' }, undefined],
    [{ plan: losingPlan, reason, typedName }, undefined],
    [
      { plan: upgradePlan, reason: '  ', typedName },
      'Say why first: the history keeps it.',
    ],
    [
      { plan: losingPlan, reason, typedName: 'diagnostics' },
      'Type diagnostics-staging to confirm what is lost.',
    ],
    [
      { plan: upgradePlan, reason, typedName, barrier: 'Another one runs.' },
      'Another one runs.',
    ],
    [
      { plan: idlePlan, reason, typedName, barrier: 'Another one runs.' },
      'There is nothing to do: what runs is what this plan wants.',
    ],
    [
      { plan: blockedPlan, reason, typedName, barrier: 'Another one runs.' },
      'A finding stops this plan: The database would have two heads: 0003 and 0003b',
    ],
  ])('case %#', (form, off) => {
    expect(offReasonOf(form)).toBe(off);
  });
});
