import { succeededChange } from '../__testUtils__/changes';
import { toHistoryPart } from './toHistoryPart';

const seenAt = '2026-11-21T13:00:00.000Z';

describe('toHistoryPart', () => {
  it('passes changes on', () => {
    const items = [succeededChange];
    const value = { items };
    expect(toHistoryPart({ state: 'value', value, seenAt })).toMatchObject({
      state: 'value',
      value: items,
      source: 'Change history',
    });
  });

  it('says in words that there is none', () => {
    const value = { items: [] };
    expect(toHistoryPart({ state: 'value', value, seenAt })).toMatchObject({
      state: 'absent',
      headline: 'No change yet',
    });
  });
});
