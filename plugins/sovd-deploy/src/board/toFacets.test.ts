import {
  degradedOverview,
  healthyOverview,
  partsMissingOverview,
} from '../__testUtils__/overviews';
import { revisionsOf, toFacets } from './toFacets';

describe('toFacets', () => {
  it('tells the same four facts in the same order', () => {
    expect(
      toFacets(healthyOverview).map(({ label, value, hint }) => [
        label,
        value,
        hint,
      ]),
    ).toEqual([
      ['Version', 'sha-1f0c2ab', 'commit 1f0c2ab, revision 1'],
      [
        'Rollout',
        'Succeeded',
        expect.stringMatching(/^sha-1f0c2ab: \d+ of \d+ pods ready$/),
      ],
      ['Database', '0002', 'at head'],
      ['Cost', '$440', 'estimated, budget $800'],
    ]);
  });

  it('says of a rollout which version it is of', () => {
    const [, rollout] = toFacets(degradedOverview);
    expect(rollout).toMatchObject({
      value: 'Failed',
      hint: expect.stringMatching(/^2\.5\.0: /),
      look: { intent: 'negative' },
    });
  });

  it('keeps its rows where something is missing or old', () => {
    expect(toFacets(partsMissingOverview)).toMatchObject([
      { label: 'Version', isStale: false },
      {
        label: 'Rollout',
        value: "Unknown, Kubernetes can't be reached",
        isNothing: true,
      },
      { label: 'Database', value: '0002', isStale: true },
      { label: 'Cost', value: 'No estimate', isNothing: true },
    ]);
  });
});

describe('revisionsOf', () => {
  it('calls a database without revisions empty', () => {
    expect(revisionsOf({ current: [] })).toBe('Empty');
    expect(revisionsOf({ current: ['0001', '0001b'] })).toBe('0001, 0001b');
  });
});
