/** Code of a revision for tests. */
export function testRevision({
  id = '0002',
  down = '0001',
  upgrade = 'pass',
  downgrade = 'op.get_bind()',
  more = '',
}: {
  id?: string;
  down?: string;
  /** Lines of its body. */
  upgrade?: string;
  downgrade?: string;
  /** Lines of the module after its variables. */
  more?: string;
} = {}): string {
  const body = (lines: string) =>
    lines
      .split('\n')
      .map(line => `    ${line}`)
      .join('\n');
  return `"""title of ${id}"""

import sqlalchemy as sa
from alembic import op

revision = "${id}"
down_revision = ${down ? `"${down}"` : 'None'}
branch_labels = None
depends_on = None
${more}

def upgrade() -> None:
${body(upgrade)}


def downgrade() -> None:
${body(downgrade)}
`;
}
