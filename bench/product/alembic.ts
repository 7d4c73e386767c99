import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readAlembicGraph } from '../../plugins/sovd-deploy-backend/src/databaseMigrations/readAlembicGraph';

/** Prints how many milliseconds it takes to read all revisions of a source tree, and how many of them are the processor's, many times. */
const TIMES = 7;
const REVISIONS = 600;

const revision = (id: string, down: string | undefined) => `"""title of ${id}"""

import sqlalchemy as sa
from alembic import op

revision = "${id}"
down_revision = ${down ? `"${down}"` : 'None'}
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("t", sa.Column("id", sa.Integer), sa.Column("x", sa.Text))
    op.create_index(op.f("i"), "t", ["x"], unique=True)
    op.add_column("a", sa.Column("b", sa.Text, nullable=True))
    with op.batch_alter_table("a") as batch:
        batch.alter_column("b", type_=sa.Text)
    op.execute("CREATE TABLE s (id int)")


def downgrade() -> None:
    op.drop_table("t")
`;

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sovd-alembic-'));
  const versions = path.join(folder, 'backend/alembic/versions');
  mkdirSync(versions, { recursive: true });
  writeFileSync(
    path.join(folder, 'backend/alembic.ini'),
    '[alembic]\nscript_location = %(here)s/alembic\n',
  );
  const idOf = (count: number) => `${count}`.padStart(4, '0');
  for (let count = 1; count <= REVISIONS; count += 1) {
    const down = count > 1 ? idOf(count - 1) : undefined;
    const id = idOf(count);
    writeFileSync(path.join(versions, `${id}.py`), revision(id, down));
  }
  const times: { wall: number; processor: number }[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const used = process.cpuUsage();
    const began = performance.now();
    const { revisions } = await readAlembicGraph({ folder });
    const wall = performance.now() - began;
    const { user, system } = process.cpuUsage(used);
    times.push({ wall, processor: (user + system) / 1_000 });
    if (revisions.length !== REVISIONS) throw new Error('Some were not read');
  }
  rmSync(folder, { recursive: true });
  process.stdout.write(JSON.stringify(times));
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
