import { plannedChange } from '../__testUtils__/testPlan';
import { testDatabases } from '../__testUtils__/testDatabases';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { DatabaseEnvironmentRegistry } from '../environments/DatabaseEnvironmentRegistry';
import { insertChange } from './insertChange';

describe('insertChange', () => {
  const databases = testDatabases();

  it.each(databases.ids)('writes the plan and every stage on %p', async id => {
    const database = await databases.open(id);
    const { environment } = await new DatabaseEnvironmentRegistry(
      database,
    ).register(proposeEnvironment());
    const { plan, work } = plannedChange();
    const changeId = '7e0f4a1c-0000-4000-8000-000000000009';
    await database.transaction(transaction =>
      insertChange(
        transaction,
        environment.id,
        changeId,
        {
          kind: 'restart',
          requestedBy: 'user:default/ann',
          reason: 'Fresh memory',
          planned: { plan, work },
        },
        1_000,
      ),
    );
    const [row] = await database('changes');
    expect(row).toMatchObject({
      id: changeId,
      phase: 'running',
      from_version: plan.fromVersion,
      version: plan.toVersion,
      plan_digest: plan.digest,
      abort_requested_at: null,
      created_at: '1970-01-01T00:00:01.000Z',
    });
    expect(JSON.parse(row.work)).toEqual(work);
    const stages = await database('change_stages').orderBy('position');
    expect(stages.map(({ name, phase }) => `${name} ${phase}`)).toEqual([
      'stack skipped',
      'bootstrap skipped',
      'release pending',
      'verify pending',
      'record pending',
    ]);
  });
});
