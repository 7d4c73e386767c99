import { runningUpgrade, succeededUpgrade } from '../__testUtils__/changes';
import { toBarrier } from './toBarrier';

const createdAt = '2026-11-21T12:00:00.000Z';
const after = (seconds: number) => Date.parse(createdAt) + seconds * 1000;

describe('toBarrier', () => {
  it('is none where nothing runs', () => {
    expect(toBarrier(undefined, 0)).toBeUndefined();
    expect(toBarrier(succeededUpgrade, 0)).toBeUndefined();
  });

  it.each([
    [30, 'just begun'],
    [17 * 60 + 12, '17 min'],
    [3 * 3600, '3 h 0 min'],
  ])('names the change that runs, since %d s', (seconds, since) => {
    expect(toBarrier({ ...runningUpgrade, createdAt }, after(seconds))).toBe(
      `Upgrade, scale and restart wait: change “Upgrade from sha-1f0c2ab to 2.5.0” is running (mira.lang, ${since}).`,
    );
  });
});
