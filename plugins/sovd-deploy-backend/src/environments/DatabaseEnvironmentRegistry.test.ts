import { testDatabases } from '../__testUtils__/testDatabases';
import { DatabaseEnvironmentRegistry } from './DatabaseEnvironmentRegistry';
import { proposeEnvironment } from '../__testUtils__/testTarget';

describe('DatabaseEnvironmentRegistry', () => {
  const databases = testDatabases();

  describe.each(databases.ids)('on %p', id => {
    async function setUp() {
      const database = await databases.open(id);
      return new DatabaseEnvironmentRegistry(database);
    }

    it('registers an environment and finds it again', async () => {
      const registry = await setUp();
      const proposal = proposeEnvironment({ description: 'Diagnostics' });
      await expect(registry.register(proposal)).resolves.toEqual({
        environment: proposal,
        added: true,
      });
      const { cluster, entityRef, namespace } = proposal;
      await expect(registry.find(entityRef)).resolves.toEqual(proposal);
      await expect(registry.get(proposal.id)).resolves.toEqual(proposal);
      await expect(
        registry.findAtPlace({ cluster, namespace }),
      ).resolves.toEqual(proposal);
      await expect(registry.listOfApplication('fleet')).resolves.toEqual([
        proposal,
      ]);
    });

    it('knows nothing of others', async () => {
      const registry = await setUp();
      const other = '00000000-0000-4000-8000-000000000000';
      await expect(
        registry.find('resource:default/other'),
      ).resolves.toBeUndefined();
      await expect(
        registry.findAtPlace({ cluster: 'a', namespace: 'b' }),
      ).resolves.toBeUndefined();
      await expect(registry.get(other)).rejects.toThrow(
        `There is no environment with the id ${other}`,
      );
      await expect(registry.channelOf(other)).rejects.toThrow('no environment');
    });

    it('returns the registered one for the same answers, also to many at once', async () => {
      const registry = await setUp();
      const results = await Promise.all(
        Array.from({ length: 5 }, () =>
          registry.register(proposeEnvironment()),
        ),
      );
      const ids = results.map(({ environment }) => environment.id);
      expect(new Set(ids).size).toBe(1);
      expect(results.filter(({ added }) => added)).toHaveLength(1);
    });

    it('takes the answers that a change brought, but none that make another environment', async () => {
      const registry = await setUp();
      const { environment } = await registry.register(proposeEnvironment());
      const answers = { ...environment.answers, backendReplicas: 5 };
      await registry.changeAnswers(environment.id, answers);
      await expect(registry.get(environment.id)).resolves.toEqual({
        ...environment,
        answers,
      });
      await expect(
        registry.changeAnswers(environment.id, {
          ...answers,
          target: 'elsewhere',
        }),
      ).rejects.toThrow("target of fleet-staging can't be changed");
    });

    it('refuses other answers by the same name', async () => {
      const registry = await setUp();
      await registry.register(proposeEnvironment());
      await expect(
        registry.register(proposeEnvironment({ backendReplicas: 2 })),
      ).rejects.toThrow(
        'fleet-staging is already registered for group:default/platform with other answers',
      );
    });

    it('refuses a namespace or a stack of somebody else', async () => {
      const registry = await setUp();
      await registry.register(proposeEnvironment({ name: 'one' }));
      const other = proposeEnvironment({ name: 'two' });
      for (const taken of [
        { namespace: 'one-staging' },
        { stackName: 'one-staging' },
      ]) {
        await expect(registry.register({ ...other, ...taken })).rejects.toThrow(
          'belongs to another environment',
        );
      }
      await expect(registry.find(other.entityRef)).resolves.toBeUndefined();
    });

    it('gives each environment a channel of its own that nobody can guess', async () => {
      const registry = await setUp();
      const channels = await Promise.all(
        ['one', 'two'].map(async name => {
          const proposal = proposeEnvironment({ name });
          await registry.register(proposal);
          return registry.channelOf(proposal.id);
        }),
      );
      expect(channels[0]).toMatch(/^[0-9a-f-]{36}$/);
      expect(channels[0]).not.toBe(channels[1]);
    });

    it('lists in pages what a filter lets through', async () => {
      const registry = await setUp();
      for (const [name, owner] of [
        ['cc', 'group:default/a'],
        ['aa1', 'group:default/b'],
        ['bbb', 'group:default/a'],
      ]) {
        const proposal = proposeEnvironment({ name: `x${name}`, owner });
        await registry.register(proposal);
      }
      const names = async (query: Parameters<typeof registry.list>[0]) =>
        (await registry.list(query)).map(({ name }) => name);
      const ofA = { key: 'owner', values: ['group:default/a'] } as const;
      const ofB = { key: 'owner', values: ['group:default/b'] } as const;
      const staging = { key: 'tier', values: ['staging'] } as const;

      const all = ['xaa1-staging', 'xbbb-staging', 'xcc-staging'];
      expect(await names({ limit: 10 })).toEqual(all);
      expect(await names({ limit: 2 })).toEqual(all.slice(0, 2));
      expect(
        await names({ limit: 2, after: 'resource:default/xbbb-staging' }),
      ).toEqual(['xcc-staging']);
      expect(await names({ limit: 10, filter: ofA })).toEqual(all.slice(1));
      expect(await names({ limit: 10, filter: { not: ofA } })).toEqual([
        'xaa1-staging',
      ]);
      expect(await names({ limit: 10, filter: { anyOf: [ofA, ofB] } })).toEqual(
        all,
      );
      expect(
        await names({
          limit: 10,
          filter: { allOf: [staging, { not: { anyOf: [ofB] } }] },
        }),
      ).toEqual(all.slice(1));
      expect(await names({ limit: 10, filter: { allOf: [ofA, ofB] } })).toEqual(
        [],
      );
      expect(
        await names({ limit: 10, filter: { key: 'owner', values: [] } }),
      ).toEqual([]);
    });

    it('gives ids of what a filter lets through, and records by their ids', async () => {
      const registry = await setUp();
      const [one, two] = ['a', 'b'].map(team =>
        proposeEnvironment({
          name: `x${team}x`,
          owner: `group:default/${team}`,
        }),
      );
      await registry.register(one);
      await registry.register(two);
      const ofB = { key: 'owner', values: ['group:default/b'] } as const;
      expect(new Set(await registry.listIds())).toEqual(
        new Set([one.id, two.id]),
      );
      await expect(registry.listIds(ofB)).resolves.toEqual([two.id]);
      const other = '00000000-0000-4000-8000-000000000000';
      await expect(registry.getMany([one.id, other])).resolves.toEqual([one]);
    });
  });
});
