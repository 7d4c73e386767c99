import {
  environmentPageSchema,
  environmentQuerySchema,
} from './environmentPage';

const page = {
  items: [],
  total: 0,
  counts: { degraded: 0, unknown: 0, progressing: 0, healthy: 0 },
  sharedCauses: [],
  owners: [],
  channel: 'fleet',
};

describe('environmentQuerySchema', () => {
  it('asks for fifty, the most urgent first, unless asked otherwise', () => {
    expect(environmentQuerySchema.parse({})).toEqual({
      limit: 50,
      sort: 'urgency',
      order: 'ascending',
    });
  });

  it.each([
    { limit: '0' },
    { limit: '201' },
    { limit: 'x' },
    { sort: 'cost' },
    { order: 'up' },
    { health: 'green' },
    { text: 'x'.repeat(1_001) },
  ])('refuses %p', query => {
    expect(environmentQuerySchema.safeParse(query).success).toBe(false);
  });
});

describe('environmentPageSchema', () => {
  it.each<[object, boolean]>([
    [{}, true],
    [
      { nextCursor: 'abc', prevCursor: 'def', owners: ['group:default/a'] },
      true,
    ],
    [{ sharedCauses: [{ headline: 'h', health: 'unknown', count: 2 }] }, true],
    [{ channel: undefined }, false],
    [{ counts: { healthy: 1 } }, false],
    [{ items: [{ name: 'one' }] }, false],
  ])('with %j: %p', (changes, expected) => {
    const { success } = environmentPageSchema.safeParse({
      ...page,
      ...changes,
    });
    expect(success).toBe(expected);
  });
});
