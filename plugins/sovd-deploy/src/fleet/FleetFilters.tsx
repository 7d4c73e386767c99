import {
  SearchField,
  Select,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { healthsByUrgency } from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentPage } from '@sovd/plugin-sovd-deploy-common';
import { healthLook } from '../kit/intent';
import { nameOf } from '../kit/nameOf';
import type { FleetFilter } from './fleetRow';
import styles from './fleet.module.css';

interface FleetFiltersProps {
  page: Pick<EnvironmentPage, 'counts' | 'owners'>;
  filter: FleetFilter;
  onFilter: (filter: FleetFilter) => void;
  search: { value: string; onChange: (value: string) => void };
}

/** Counts per health, each of which is also a filter, a search, and whose they are. */
export function FleetFilters({
  page: { counts, owners },
  filter,
  onFilter,
  search,
}: FleetFiltersProps) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <div className={styles.filters}>
      <ToggleButtonGroup
        className={styles.healths}
        aria-label="Health"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter.health]}
        onSelectionChange={keys => {
          const health = healthsByUrgency.find(key => keys.has(key)) ?? 'all';
          onFilter({ ...filter, health });
        }}
      >
        <ToggleButton id="all">{`All ${all}`}</ToggleButton>
        {healthsByUrgency.map(health => {
          const { icon: Icon, label } = healthLook[health];
          return (
            <ToggleButton
              key={health}
              id={health}
              iconStart={<Icon aria-hidden />}
            >
              {`${label} ${counts[health]}`}
            </ToggleButton>
          );
        })}
      </ToggleButtonGroup>
      <div className={styles.more}>
        <SearchField
          className={styles.search}
          aria-label="Search environments"
          placeholder="Name, version, cause"
          {...search}
        />
        {owners.length > 1 && (
          <Select
            className={styles.owner}
            aria-label="Owner"
            options={[
              { value: 'all', label: 'All owners' },
              ...owners.map(owner => ({ value: owner, label: nameOf(owner) })),
            ]}
            selectedKey={filter.owner}
            onSelectionChange={owner =>
              onFilter({ ...filter, owner: String(owner) })
            }
          />
        )}
      </div>
    </div>
  );
}
