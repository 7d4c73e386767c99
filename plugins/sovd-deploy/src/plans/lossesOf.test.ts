import { losingPlan, rollbackPlan, upgradePlan } from '../__testUtils__/plans';
import { lossesOf } from './lossesOf';

const impossible = { verdict: 'impossible' as const, reason: 'It is gone.' };
const [cache] = losingPlan.infrastructure;

describe('lossesOf', () => {
  it.each([
    [upgradePlan, []],
    [losingPlan, ['Cache is replaced', 'revision 0004 loses data']],
    [
      {
        ...upgradePlan,
        infrastructure: [{ ...cache, action: 'delete' as const }],
      },
      ['Cache is deleted'],
    ],
    [
      {
        ...upgradePlan,
        infrastructure: [{ ...cache, action: 'maybe-replace' as const }],
      },
      ['Cache may be replaced'],
    ],
    [
      { ...upgradePlan, wayBack: impossible },
      ['only a restore brings sha-1f0c2ab back'],
    ],
    // A rollback leaves the database as it is.
    [{ ...rollbackPlan, database: losingPlan.database }, []],
  ])('case %#', (plan, losses) => {
    expect(lossesOf(plan)).toEqual(losses);
  });
});
