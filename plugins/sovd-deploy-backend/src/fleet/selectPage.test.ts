import { environmentQuerySchema } from '@sovd/plugin-sovd-deploy-common';
import { testSummary } from '../__testUtils__/testSummary';
import { selectPage } from './selectPage';

const lost = 'The cluster demo-eu has not answered since 03:05';
const rows = [
  testSummary({ name: 'aaa', owner: 'group:default/a' }),
  testSummary({ name: 'bbb', tier: 'production', health: 'degraded' }),
  testSummary({ name: 'ccc', application: 'ota', health: 'progressing' }),
  ...['ddd', 'eee'].map(name =>
    testSummary({
      name,
      health: 'unknown',
      headline: `State of ${name} unknown`,
      staleReason: lost,
    }),
  ),
].map(summary => ({ summary }));
const select = (query: object) =>
  selectPage(rows, environmentQuerySchema.parse(query));
const namesOf = (query: object) =>
  select(query).items.map(({ summary }) => summary.name);

describe('selectPage', () => {
  it.each<[object, string[]]>([
    [{}, ['bbb', 'ddd', 'eee', 'ccc', 'aaa']],
    [{ health: 'unknown' }, ['ddd', 'eee']],
    [{ owner: 'group:default/a' }, ['aaa']],
    [{ tier: 'production' }, ['bbb']],
    [{ application: 'ota' }, ['ccc']],
    [{ text: ' BBB ' }, ['bbb']],
    [{ text: 'demo-eu' }, ['ddd', 'eee']],
    [{ text: ' ' }, ['bbb', 'ddd', 'eee', 'ccc', 'aaa']],
    [{ health: 'healthy', text: 'ddd' }, []],
  ])('with %j: %j', (query, expected) => {
    expect(namesOf(query)).toEqual(expected);
  });

  it('counts all of the scope, whatever the health, text and page', () => {
    const page = select({ health: 'degraded', text: 'b', limit: 1 });
    expect(page).toMatchObject({
      total: 1,
      counts: { degraded: 1, unknown: 2, progressing: 1, healthy: 1 },
      sharedCauses: [{ headline: lost, health: 'unknown', count: 2 }],
      owners: ['group:default/a', 'group:default/platform'],
    });
    expect(select({ application: 'ota' })).toMatchObject({
      total: 1,
      counts: { degraded: 0, unknown: 0, progressing: 1, healthy: 0 },
      sharedCauses: [],
      owners: ['group:default/a', 'group:default/platform'],
    });
  });

  it('says how many there are on all pages together', () => {
    expect(select({ limit: 2 })).toMatchObject({
      total: 5,
      nextCursor: expect.any(String),
    });
  });
});
