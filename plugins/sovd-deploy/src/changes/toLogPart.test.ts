import { releaseLog } from '../__testUtils__/changes';
import { toLogPart } from './toLogPart';

const seenAt = '2026-11-21T14:00:00.000Z';

describe('toLogPart', () => {
  it('passes a log on, and says that there is none', () => {
    const part = (value: typeof releaseLog) =>
      toLogPart({ state: 'value', value, seenAt }, 'workshop, the owner,');
    expect(part(releaseLog)).toMatchObject({
      state: 'value',
      value: releaseLog,
    });
    expect(part([])).toMatchObject({
      state: 'absent',
      headline: 'Nothing was logged',
    });
  });
});
