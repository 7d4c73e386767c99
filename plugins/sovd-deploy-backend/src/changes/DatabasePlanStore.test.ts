import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { testDatabases } from '../__testUtils__/testDatabases';
import { plannedChange } from '../__testUtils__/testPlan';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import { DatabasePlanStore } from './DatabasePlanStore';

const start = Date.parse('2026-11-21T10:00:00.000Z');
const minutes = 60_000;
const directory = resolvePackagePath(
  '@sovd/plugin-sovd-deploy-backend',
  'migrations',
);

describe('DatabasePlanStore', () => {
  const databases = testDatabases();

  async function setUp(id: (typeof databases.ids)[0][0]) {
    const database = await databases.open(id);
    const registry = new DatabaseEnvironmentRegistry(database);
    const { environment } = await registry.register(proposeEnvironment());
    const { environment: other } = await registry.register(
      proposeEnvironment({ name: 'other' }),
    );
    const clock = { now: start };
    const plans = new DatabasePlanStore(database, () => clock.now);
    const owner = { environmentId: environment.id, person: 'user:default/ann' };
    return { clock, database, other, owner, plans, planned: plannedChange() };
  }

  it.each(databases.ids)(
    'gives a plan to whom it is for, and once to be carried out, on %p',
    async id => {
      const { owner, plans, planned } = await setUp(id);
      const { digest } = planned.plan;
      await plans.keep(planned, owner);
      await expect(plans.find(digest, owner)).resolves.toEqual(planned);
      await expect(plans.take(digest, owner)).resolves.toEqual(planned);
      await expect(plans.take(digest, owner)).rejects.toThrow(
        'was used already; plan again',
      );
      // it can still be looked at
      await expect(plans.find(digest, owner)).resolves.toEqual(planned);

      await plans.keep(planned, owner);
      await expect(plans.take(digest, owner)).resolves.toEqual(planned);
    },
  );

  it.each(databases.ids)(
    'lets only one of two at once take a plan, on %p',
    async id => {
      const { owner, plans, planned } = await setUp(id);
      await plans.keep(planned, owner);
      const both = await Promise.allSettled([
        plans.take(planned.plan.digest, owner),
        plans.take(planned.plan.digest, owner),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
    },
  );

  it.each(databases.ids)(
    'knows no plan of another person or environment, on %p',
    async id => {
      const { other, owner, plans, planned } = await setUp(id);
      const { digest } = planned.plan;
      await plans.keep(planned, owner);
      for (const stranger of [
        { ...owner, person: 'user:default/bob' },
        { ...owner, environmentId: other.id },
      ]) {
        await expect(plans.find(digest, stranger)).resolves.toBeUndefined();
        await expect(plans.take(digest, stranger)).rejects.toMatchObject({
          name: 'NotFoundError',
        });
      }
    },
  );

  it.each(databases.ids)('forgets a plan that has expired, on %p', async id => {
    const { clock, database, owner, plans, planned } = await setUp(id);
    const { digest } = planned.plan;
    await plans.keep(planned, owner);
    clock.now = start + 30 * minutes;
    await expect(plans.find(digest, owner)).resolves.toBeUndefined();
    await expect(plans.take(digest, owner)).rejects.toThrow(
      'has expired; plan again',
    );
    clock.now += 25 * 60 * minutes;
    await plans.keep(planned, { ...owner, person: 'user:default/bob' });
    expect(await database('plans').where({ person: owner.person })).toEqual([]);
  });

  it.each(databases.ids)('goes and comes with its table, on %p', async id => {
    const { database } = await setUp(id);
    // whatever came after it
    const name = '20261122010000_plans.js';
    await database.migrate.down({ directory, name });
    expect(await database.schema.hasTable('plans')).toBe(false);
    await database.migrate.up({ directory, name });
    expect(await database.schema.hasTable('plans')).toBe(true);
  });
});
