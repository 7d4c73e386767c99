import { Cell, CellText } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { Age } from '../kit/Age';
import { healthLook } from '../kit/intent';
import { nameOf } from '../kit/nameOf';
import { StatusLabel } from '../kit/StatusLabel';
import type { FleetRow } from './fleetRow';
import styles from './fleet.module.css';

/** Values of an environment that can't be seen now are grey: they may no longer be true. */
const toneOf = (row: FleetRow) =>
  row.health === 'unknown' ? 'secondary' : 'primary';

/** The same order as on card and tab: version, rollout, database, cost. */
export function fleetColumns(
  hrefOf: (row: FleetRow) => string,
): ColumnConfig<FleetRow>[] {
  return [
    {
      id: 'health',
      label: 'Health',
      isSortable: true,
      width: 130,
      cell: row => (
        <Cell>
          <StatusLabel look={healthLook[row.health]} />
        </Cell>
      ),
    },
    {
      id: 'environment',
      label: 'Environment',
      isRowHeader: true,
      isSortable: true,
      minWidth: 170,
      cell: row => (
        <CellText
          title={row.name}
          description={`${row.tier} on ${row.target}`}
          href={hrefOf(row)}
        />
      ),
    },
    {
      id: 'headline',
      label: 'What is the matter',
      width: '2fr',
      minWidth: 170,
      cell: row => (
        <Cell>
          <span className={styles.headline}>
            {row.headline}
            {row.staleReason && (
              <span className={styles.meta}>{row.staleReason}</span>
            )}
          </span>
        </Cell>
      ),
    },
    {
      id: 'version',
      label: 'Version',
      width: 145,
      cell: row => (
        <CellText
          color={toneOf(row)}
          title={row.version ?? 'No version'}
          description={row.rollout}
        />
      ),
    },
    {
      id: 'database',
      label: 'Database',
      width: 130,
      cell: row => <Words row={row}>{row.database}</Words>,
    },
    {
      id: 'cost',
      label: 'Cost a month',
      width: 130,
      cell: row => <Words row={row}>{row.cost}</Words>,
    },
    {
      id: 'stack',
      label: 'Stack',
      width: 90,
      cell: row => <Words row={row}>{row.stack}</Words>,
    },
    {
      id: 'owner',
      label: 'Owner',
      width: 110,
      cell: row => <CellText title={nameOf(row.owner)} />,
    },
    {
      id: 'age',
      label: 'Seen',
      width: 95,
      cell: row => (
        <Cell>
          <span className={styles.age}>
            {row.observedAt ? <Age at={row.observedAt} /> : 'never'}
          </span>
        </Cell>
      ),
    },
  ];
}

/** A cell whose words wrap, where a cut sentence would hide what matters. */
function Words({ row, children }: { row: FleetRow; children: string }) {
  return (
    <Cell>
      <span className={styles.words} data-unknown={row.health === 'unknown'}>
        {children}
      </span>
    </Cell>
  );
}
