import { SearchField, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { healthLook } from '../kit/intent';
import { byUrgency } from './fleetRow';
import type { FleetFilter, FleetRow } from './fleetRow';
import styles from './fleet.module.css';

interface FleetFiltersProps {
  rows: FleetRow[];
  filter: FleetFilter;
  onFilter: (filter: FleetFilter) => void;
  search: { value: string; onChange: (value: string) => void };
}

/** Counts per health, each of which is also a filter, and a search. */
export function FleetFilters({
  rows,
  filter,
  onFilter,
  search,
}: FleetFiltersProps) {
  return (
    <div className={styles.filters}>
      <ToggleButtonGroup
        className={styles.healths}
        aria-label="Health"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter]}
        onSelectionChange={keys =>
          onFilter(byUrgency.find(health => keys.has(health)) ?? 'all')
        }
      >
        <ToggleButton id="all">{`All ${rows.length}`}</ToggleButton>
        {byUrgency.map(health => {
          const { icon: Icon, label } = healthLook[health];
          const count = rows.filter(row => row.health === health).length;
          return (
            <ToggleButton
              key={health}
              id={health}
              iconStart={<Icon aria-hidden />}
            >
              {`${label} ${count}`}
            </ToggleButton>
          );
        })}
      </ToggleButtonGroup>
      <SearchField
        className={styles.search}
        aria-label="Search environments"
        placeholder="Name, version, cause"
        {...search}
      />
    </div>
  );
}
