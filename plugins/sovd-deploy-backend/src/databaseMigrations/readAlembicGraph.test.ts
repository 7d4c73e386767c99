import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readAlembicGraph } from './readAlembicGraph';
import { testRevision } from '../__testUtils__/testRevision';

const INI = '[alembic]\nscript_location = %(here)s/alembic\n';
const VERSIONS = 'backend/alembic/versions';

describe('readAlembicGraph', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sovd-alembic-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const write = async (files: Record<string, string>) => {
    for (const [file, text] of Object.entries(files)) {
      const place = path.join(folder, file);
      await mkdir(path.dirname(place), { recursive: true });
      await writeFile(place, text);
    }
  };

  it('reads the revisions of a source tree', async () => {
    await write({
      'backend/alembic.ini': INI,
      [`${VERSIONS}/0001.py`]: testRevision({ id: '0001', down: '' }),
      [`${VERSIONS}/0002.py`]: testRevision(),
      [`${VERSIONS}/__init__.py`]: 'broken (',
      [`${VERSIONS}/README`]: '',
      [`${VERSIONS}/old/0003.py`]: testRevision({ id: '0003', down: '0002' }),
    });
    const graph = await readAlembicGraph({ folder });
    expect(graph.unreadable).toEqual([]);
    expect(graph.heads).toEqual(['0002']);
    expect(graph.revisions.map(({ file }) => file)).toEqual([
      `${VERSIONS}/0001.py`,
      `${VERSIONS}/0002.py`,
    ]);
  });

  it('reads several folders, and what is within them', async () => {
    await write({
      'backend/alembic.ini': `${INI}path_separator = os\nversion_locations = a:b:missing\nrecursive_version_locations = true\n`,
      'backend/a/0001.py': testRevision({ id: '0001', down: '' }),
      'backend/a/x/0002.py': testRevision(),
      'backend/a/__pycache__/0009.py': 'broken (',
      'backend/b/0003.py': testRevision({ id: '0003', down: '0002' }),
    });
    const graph = await readAlembicGraph({ folder });
    expect(graph.unreadable).toEqual([]);
    expect(graph.revisions.map(({ id }) => id)).toEqual([
      '0001',
      '0002',
      '0003',
    ]);
  });

  it('says what is missing', async () => {
    const graph = await readAlembicGraph({ folder });
    expect(graph.unreadable).toEqual([
      {
        file: 'backend/alembic.ini',
        reason: expect.stringContaining('script_location is missing'),
      },
    ]);
    expect(graph.pendingBetween([]).unknown).toContain('backend/alembic.ini');
  });

  it('follows no link out of the repository', async () => {
    const outside = path.join(folder, 'outside.py');
    await write({
      'backend/alembic.ini': INI,
      'outside.py': testRevision({ id: '0001', down: '' }),
      [`${VERSIONS}/0002.py`]: testRevision({ down: '' }),
    });
    await symlink(outside, path.join(folder, VERSIONS, '0001.py'));
    const graph = await readAlembicGraph({ folder });
    expect(graph.unreadable).toEqual([
      {
        file: `${VERSIONS}/0001.py`,
        reason: expect.stringContaining('no plain file'),
      },
    ]);
    await rm(path.join(folder, VERSIONS), { recursive: true });
    await symlink(tmpdir(), path.join(folder, VERSIONS));
    expect((await readAlembicGraph({ folder })).unreadable).toEqual([
      { file: VERSIONS, reason: expect.stringContaining('symbolic link') },
    ]);
  });

  it('reads 600 files', async () => {
    const upgrade = [
      'op.create_table("t", sa.Column("id", sa.Integer), sa.Column("x", sa.Text))',
      'op.create_index(op.f("i"), "t", ["x"], unique=True)',
      'op.add_column("a", sa.Column("b", sa.Text, nullable=True))',
      'with op.batch_alter_table("a") as batch:\n  batch.alter_column("b", type_=sa.Text)',
      'op.execute("CREATE TABLE s (id int)")',
    ].join('\n');
    const files: Record<string, string> = { 'backend/alembic.ini': INI };
    for (let n = 1; n <= 600; n += 1) {
      const id = String(n).padStart(4, '0');
      const down = n > 1 ? String(n - 1).padStart(4, '0') : '';
      files[`${VERSIONS}/${id}.py`] = testRevision({ id, down, upgrade });
    }
    await write(files);
    // how long that takes is measured by the benchmark
    const graph = await readAlembicGraph({ folder });
    expect(graph.revisions).toHaveLength(600);
    expect(graph.unreadable).toEqual([]);
  });
});
