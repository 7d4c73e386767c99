import { testRevision } from '../__testUtils__/testRevision';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { AlembicGraphCache } from '../databaseMigrations/AlembicGraphCache';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { DatabaseSurvey } from './DatabaseSurvey';

const environment = proposeEnvironment();
const { repositoryUrl: url } = environment;
const { signal } = new AbortController();
const versions = 'backend/alembic/versions';

async function survey(current: string[] | undefined, runs: 'newer' | 'gone') {
  const sources = new FakeSourceRepository();
  const older = sources.push(url, {
    'backend/alembic.ini': '[alembic]\nscript_location = alembic\n',
    [`${versions}/0001.py`]: testRevision({ id: '0001', down: '' }),
  });
  const newer = sources.push(url, {
    [`${versions}/0002.py`]: testRevision({
      upgrade: "op.create_table('note')",
    }),
  });
  const report = current && {
    current,
    heads: current,
    applied: [],
    durationMs: 1,
  };
  const checkedOut: (string | undefined)[] = [];
  const databases = new DatabaseSurvey({
    graphs: new AlembicGraphCache(),
    migrationReports: {
      latest: async () => ({ job: 'j', uid: 'j', phase: 'succeeded', report }),
    },
    sources: {
      readRefs: sources.readRefs.bind(sources),
      checkOut: async (place, ref, stop) => {
        checkedOut.push(ref);
        return sources.checkOut(place, ref, stop);
      },
    },
  });
  const tree = await sources.checkOut(environment, older, signal);
  const commit = runs === 'newer' ? newer : 'd'.repeat(40);
  try {
    const place = { environment, current: { commit }, signal };
    const plan = () => databases.plan(place, { commit: older }, tree);
    return { outlook: await plan(), again: await plan(), checkedOut };
  } finally {
    await tree.dispose();
  }
}

describe('DatabaseSurvey', () => {
  it('reads what comes, and leaves what runs alone while it is not ahead', async () => {
    const { checkedOut, outlook } = await survey(['0001'], 'newer');
    expect(outlook).toMatchObject({
      ahead: false,
      database: { heads: ['0001'], unreadable: [] },
    });
    expect(checkedOut).toEqual([]);
  });

  it('reads what runs, once, when the database is ahead of what comes', async () => {
    const { again, checkedOut, outlook } = await survey(['0002'], 'newer');
    expect(outlook).toMatchObject({
      ahead: true,
      database: { pending: [{ id: '0002' }] },
      wayBack: { verdict: 'plain' },
    });
    expect(again).toEqual(outlook);
    expect(checkedOut).toHaveLength(1);
  });

  it('does not guess when Git has lost what runs', async () => {
    const { outlook } = await survey(['0002'], 'gone');
    expect(outlook.wayBack.verdict).toBe('unknown');
  });

  it('knows nothing before a migration has reported', async () => {
    const { outlook } = await survey(undefined, 'newer');
    expect(outlook.findings).toMatchObject([{ rule: 'database-unknown' }]);
  });
});
