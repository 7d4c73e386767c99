import { fleet } from '../__testUtils__/fleet';
import { filterRows, searchRows, sortRows, toFleetRows } from './fleetRow';

const rows = toFleetRows(fleet);
const namesOf = (some: typeof rows) => some.map(({ name }) => name);

describe('fleet rows', () => {
  it('stand in the order in which a person should look', () => {
    const sort = { column: 'health', direction: 'ascending' as const };
    expect(namesOf(sortRows(rows, sort))).toEqual([
      'ota-staging',
      'telemetry-staging',
      'charging-staging',
      'diagnostics-staging',
    ]);
    const same = rows.map(row => ({ ...row, health: 'healthy' as const }));
    expect(namesOf(sortRows(same, sort))).toEqual([
      'charging-staging',
      'diagnostics-staging',
      'ota-staging',
      'telemetry-staging',
    ]);
  });

  it('sort by other columns, both ways', () => {
    expect(
      namesOf(
        sortRows(rows, { column: 'environment', direction: 'descending' }),
      ),
    ).toEqual([
      'telemetry-staging',
      'ota-staging',
      'diagnostics-staging',
      'charging-staging',
    ]);
  });

  it('are filtered by health and searched in words', () => {
    expect(filterRows(rows, 'all')).toBe(rows);
    expect(namesOf(filterRows(rows, 'degraded'))).toEqual(['ota-staging']);
    expect(namesOf(searchRows(rows, ' LOCK '))).toEqual(['ota-staging']);
    expect(namesOf(searchRows(rows, 'energy'))).toEqual(['charging-staging']);
    expect(searchRows(rows, 'nothing like that')).toEqual([]);
  });

  it('are all unknown when the list is old', () => {
    const old = toFleetRows(fleet, 'It answered 503.');
    expect(new Set(old.map(({ health }) => health))).toEqual(
      new Set(['unknown']),
    );
  });
});
