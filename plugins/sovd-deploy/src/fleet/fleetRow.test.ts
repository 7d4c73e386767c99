import { fleet } from '../__testUtils__/fleet';
import { toFleetRows } from './fleetRow';

describe('fleet rows', () => {
  it('are known by their entities', () => {
    const rows = toFleetRows(fleet);
    expect(rows.map(({ id }) => id)).toEqual(
      fleet.map(({ entityRef }) => entityRef),
    );
    expect(rows[0]).toMatchObject(fleet[0]);
  });

  it('are all unknown when the list is old', () => {
    const old = toFleetRows(fleet, 'It answered 503.');
    expect(
      new Set(old.map(row => `${row.health}: ${row.staleReason}`)),
    ).toEqual(new Set(['unknown: It answered 503.']));
  });
});
