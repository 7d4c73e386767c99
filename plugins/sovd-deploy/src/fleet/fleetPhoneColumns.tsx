import { Cell, Link } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { Age } from '../kit/Age';
import { healthLook } from '../kit/intent';
import { nameOf } from '../kit/nameOf';
import { StatusLabel } from '../kit/StatusLabel';
import type { FleetRow } from './fleetRow';
import styles from './fleet.module.css';

/** A phone gets one column in reading order instead of many narrow ones. */
export function fleetPhoneColumns(
  hrefOf: (row: FleetRow) => string,
): ColumnConfig<FleetRow>[] {
  return [
    {
      id: 'health',
      label: 'Environment',
      isRowHeader: true,
      isSortable: true,
      cell: row => (
        <Cell>
          <div className={styles.phoneCell}>
            <StatusLabel look={healthLook[row.health]} />
            <Link href={hrefOf(row)} weight="bold">
              {row.name}
            </Link>
            <span className={styles.headline}>{row.headline}</span>
            {row.staleReason && (
              <span className={styles.meta}>{row.staleReason}</span>
            )}
            <span className={styles.meta}>
              {row.version && `${row.version}, `}
              {row.cost}, {nameOf(row.owner)},{' '}
              {row.observedAt ? (
                <>
                  seen <Age at={row.observedAt} />
                </>
              ) : (
                'never seen'
              )}
            </span>
          </div>
        </Cell>
      ),
    },
  ];
}
