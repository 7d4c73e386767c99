import { AlembicGraph } from '../databaseMigrations/AlembicGraph';
import type { AlembicRevision } from '../databaseMigrations/AlembicRevision';
import { planDatabase } from './planDatabase';

const revision = (
  id: string,
  down: string[],
  more: Partial<AlembicRevision> = {},
): AlembicRevision => ({
  id,
  down,
  dependsOn: [],
  branchLabels: [],
  title: `title of ${id}`,
  file: `backend/alembic/versions/${id}.py`,
  safety: 'expand',
  reason: '',
  operations: [`add_column vehicle.${id}`],
  hasDowngrade: true,
  ...more,
});
const first = revision('0001', []);
const second = revision('0002', ['0001']);
const contract: Partial<AlembicRevision> = {
  safety: 'contract',
  reason: 'drop_column vehicle.label',
};
const nobody = async () => {
  throw new Error('nobody needs what runs');
};

describe('planDatabase', () => {
  it('lists what will run, in its order, with what it does', async () => {
    const to = new AlembicGraph([first, second]);
    const current = ['0001'];
    expect(await planDatabase({ current, to, readFrom: nobody })).toEqual({
      database: {
        current: ['0001'],
        heads: ['0002'],
        pending: [
          {
            id: '0002',
            title: 'title of 0002',
            file: 'backend/alembic/versions/0002.py',
            safety: 'expand',
            operations: ['add_column vehicle.0002'],
          },
        ],
        unreadable: [],
      },
      wayBack: { verdict: 'plain', reason: 'Revision 0002 only adds' },
      ahead: false,
      findings: [],
    });
  });

  it('says what a revision that takes away means for the way back', async () => {
    const to = new AlembicGraph([first, revision('0002', ['0001'], contract)]);
    const current = ['0001'];
    const outlook = await planDatabase({ current, to, readFrom: nobody });
    expect(outlook.wayBack.verdict).toBe('guarded');
    expect(outlook.findings).toMatchObject([{ rule: 'revision-contract' }]);
  });

  it.each([
    ['plain', {}],
    ['guarded', contract],
    ['impossible', { safety: 'irreversible' as const }],
  ])(
    'judges going back by what the newer code says: %s',
    async (verdict, more) => {
      const newer = new AlembicGraph([first, revision('0002', ['0001'], more)]);
      const outlook = await planDatabase({
        current: ['0002'],
        to: new AlembicGraph([first]),
        readFrom: async () => newer,
      });
      expect(outlook).toMatchObject({
        ahead: true,
        database: {
          current: ['0002'],
          heads: ['0001'],
          pending: [{ id: '0002' }],
        },
        wayBack: { verdict },
        // nothing of it runs
        findings: [],
      });
    },
  );

  it('does not guess what nobody knows the code of', async () => {
    const outlook = await planDatabase({
      current: ['0002'],
      to: new AlembicGraph([first]),
      readFrom: async () => undefined,
    });
    expect(outlook).toMatchObject({
      ahead: true,
      wayBack: {
        verdict: 'unknown',
        reason: expect.stringContaining('0002'),
      },
    });
  });

  it('names a file that it cannot read, and says that the rest is unknown', async () => {
    const file = 'backend/alembic/versions/0002.py';
    const to = new AlembicGraph([first, { file, reason: 'computed' }]);
    const current = ['0001'];
    const outlook = await planDatabase({ current, to, readFrom: nobody });
    expect(outlook).toMatchObject({
      ahead: false,
      database: { pending: [], unreadable: [{ file, reason: 'computed' }] },
      wayBack: { verdict: 'unknown' },
      findings: [
        {
          rule: 'revision-unreadable',
          headline: expect.stringContaining(file),
        },
      ],
    });
  });

  it('says so when no migration has reported yet', async () => {
    const to = new AlembicGraph([first]);
    const sides = { current: undefined, to, readFrom: nobody };
    expect(await planDatabase(sides)).toMatchObject({
      database: { current: [], pending: [] },
      wayBack: { verdict: 'unknown' },
      findings: [{ rule: 'database-unknown', severity: 'warning' }],
    });
  });
});
