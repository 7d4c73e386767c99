import { judgeWayBack } from './judgeWayBack';

type Revision = Parameters<typeof judgeWayBack>[0]['revisions'][number];
const of = (
  id: string,
  safety: Revision['safety'],
  hasDowngrade = true,
): Revision => ({
  id,
  safety,
  reason: safety === 'expand' ? '' : `why ${id}`,
  hasDowngrade,
});

describe('judgeWayBack', () => {
  it.each([
    [[], 'plain', 'The database stays as it is'],
    [[of('1', 'expand', false)], 'plain', 'Revision 1 only adds'],
    [
      [of('1', 'expand'), of('2', 'expand')],
      'plain',
      'Revisions 1, 2 only add',
    ],
    [
      [of('1', 'expand'), of('2', 'contract')],
      'guarded',
      'Revision 2 has to be taken back first (why 2)',
    ],
    [
      [of('1', 'contract'), of('2', 'expand', false)],
      'impossible',
      'Revision 1 has to be taken back first (why 1), but revision 2 has no downgrade',
    ],
    [
      [of('1', 'contract', false)],
      'impossible',
      'Revision 1 has to be taken back first (why 1), but revision 1 has no downgrade',
    ],
    [
      [of('1', 'contract'), of('2', 'unknown')],
      'unknown',
      "What revision 2 does isn't known (why 2)",
    ],
    [
      [of('1', 'unknown'), of('2', 'irreversible')],
      'impossible',
      "Revision 2 can't be taken back (why 2)",
    ],
  ])('of %j is %s', (revisions, verdict, reason) => {
    expect(judgeWayBack({ revisions })).toEqual({ verdict, reason });
  });

  it("is unknown with the reason where the revisions aren't known", () => {
    const unknown = 'a.py can not be read';
    expect(judgeWayBack({ revisions: [], unknown })).toEqual({
      verdict: 'unknown',
      reason: unknown,
    });
    const revisions = [of('1', 'irreversible')];
    expect(judgeWayBack({ revisions, unknown }).verdict).toBe('impossible');
  });
});
