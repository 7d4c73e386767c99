import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import { testDatabases } from '../__testUtils__/testDatabases';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { applyEnvironmentFilter } from './applyEnvironmentFilter';
import { DatabaseEnvironmentRegistry } from './DatabaseEnvironmentRegistry';
import type { EnvironmentFilter } from './EnvironmentRegistry';

type Criteria = PermissionCriteria<EnvironmentFilter>;

const owner = (...names: string[]): Criteria => ({
  key: 'owner',
  values: names.map(name => `group:default/${name}`),
});
const tier = (...values: string[]): Criteria => ({ key: 'tier', values });

describe('applyEnvironmentFilter', () => {
  const databases = testDatabases();

  it.each(databases.ids)('lets through what conditions say on %p', async id => {
    const database = await databases.open(id);
    const registry = new DatabaseEnvironmentRegistry(database);
    for (const name of ['aaa', 'bbb', 'ccc']) {
      const proposal = { name, owner: `group:default/${name}` };
      await registry.register(proposeEnvironment(proposal));
    }
    // No form offers a second tier yet; a policy may already tell them apart.
    await database('environments')
      .where({ application: 'ccc' })
      .update({ tier: 'production' });

    const cases: [Criteria, string[]][] = [
      [owner('aaa'), ['aaa']],
      [owner('aaa', 'ccc', 'zzz'), ['aaa', 'ccc']],
      [owner(), []],
      [tier('staging'), ['aaa', 'bbb']],
      [{ not: owner('aaa') }, ['bbb', 'ccc']],
      [{ not: { not: owner('aaa') } }, ['aaa']],
      [{ allOf: [tier('staging'), owner('bbb', 'ccc')] }, ['bbb']],
      [{ anyOf: [tier('production'), owner('bbb')] }, ['bbb', 'ccc']],
      [{ not: { anyOf: [owner('aaa'), owner('bbb')] } }, ['ccc']],
      [{ not: { allOf: [tier('staging'), owner('aaa')] } }, ['bbb', 'ccc']],
      [
        {
          anyOf: [
            { allOf: [tier('staging'), owner('aaa', 'ccc')] },
            { allOf: [tier('production'), { not: owner('aaa') }] },
          ],
        },
        ['aaa', 'ccc'],
      ],
      [{ allOf: [owner('aaa'), { anyOf: [owner('bbb'), owner()] }] }, []],
      // Values are data, whatever stands in them.
      [{ key: 'owner', values: ["' OR 1=1 --"] }, []],
    ];
    for (const [criteria, expected] of cases) {
      const query = database('environments').orderBy('application');
      applyEnvironmentFilter(query, criteria);
      const rows: { application: string }[] = await query;
      const names = rows.map(({ application }) => application);
      expect([criteria, names]).toEqual([criteria, expected]);
    }
  });

  it.each(databases.ids)('only narrows a query on %p', async id => {
    const database = await databases.open(id);
    const registry = new DatabaseEnvironmentRegistry(database);
    for (const name of ['aaa', 'bbb']) {
      await registry.register(proposeEnvironment({ name }));
    }
    const query = database('environments').where({ application: 'aaa' });
    applyEnvironmentFilter(query, {
      anyOf: [owner('platform'), tier('staging')],
    });
    await expect(query).resolves.toHaveLength(1);
  });
});
