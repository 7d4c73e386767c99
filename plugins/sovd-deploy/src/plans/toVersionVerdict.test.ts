import { versions } from '../__testUtils__/versions';
import { isChoosable, toVersionVerdict } from './toVersionVerdict';

const now = Date.parse('2026-11-21T12:00:00.000Z');
const [blocked, fresh, failed, aborted, running] = versions;
const at = '2026-03-18T10:00:00.000Z';
const on = { changeId: '1', at };

describe('toVersionVerdict', () => {
  it.each([
    [running, 'positive', /^Runs here now$/],
    [blocked, 'neutral', /^Its image is not for this platform$/],
    [fresh, 'neutral', /^Never ran here$/],
    [
      { ...fresh, history: { ...on, result: 'succeeded' as const } },
      'positive',
      /^Ran here, 18 Mar/,
    ],
    [
      { ...failed, history: { ...on, result: 'failed' as const } },
      'negative',
      /^Failed here, 18 Mar/,
    ],
    [
      { ...aborted, history: { ...on, result: 'aborted' as const } },
      'neutral',
      /^Stopped here, 18 Mar/,
    ],
  ])('case %#', (version, intent, label) => {
    const look = toVersionVerdict(version, now);
    expect(look.intent).toBe(intent);
    expect(look.label).toMatch(label);
  });
});

describe('isChoosable', () => {
  it('is neither what runs nor what is blocked', () => {
    expect(versions.filter(isChoosable)).toEqual([fresh, failed, aborted]);
  });
});
