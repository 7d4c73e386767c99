import '../__testUtils__/wideWindow';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fleet, fleetPage, sharedCauses } from '../__testUtils__/fleet';
import { fleetTable } from '../__testUtils__/fleetTable';
import { FleetTable } from './FleetTable';

const page = fleetPage(fleet, { sharedCauses });
const show = async (
  table = fleetTable(page),
  staleReason?: string,
): Promise<void> => {
  renderInTestApp(
    <FleetTable
      page={page}
      table={table}
      staleReason={staleReason}
      hrefOf={({ name }) => `/${name}`}
    />,
  );
  await screen.findAllByRole('row');
};

describe('FleetTable', () => {
  it('shows the rows as the server orders them', async () => {
    await show();
    expect(
      screen
        .getAllByRole('rowheader')
        .map(row => within(row).getByRole('link').textContent),
    ).toEqual([
      'ota-staging',
      'telemetry-staging',
      'charging-staging',
      'diagnostics-staging',
    ]);
  });

  it('offers only orders that the server has', async () => {
    await show();
    const sortable = screen
      .getAllByRole('columnheader')
      .filter(header => header.hasAttribute('aria-sort'))
      .map(header => header.textContent);
    expect(sortable).toEqual(['Health', 'Environment']);
  });

  it('shows whom a shared cause concerns', async () => {
    const table = fleetTable(page);
    const onFilter = jest.spyOn(table.filter, 'onChange');
    const onSearch = jest.spyOn(table.search, 'onChange');
    await show(table);
    await userEvent.click(screen.getByRole('button', { name: /Show the 212/ }));
    expect(onFilter).toHaveBeenCalledWith({ health: 'unknown', owner: 'all' });
    expect(onSearch).toHaveBeenCalledWith(sharedCauses[0].headline);
  });

  it('keeps the rows of an old page, and knows none of them any more', async () => {
    const table = fleetTable(page);
    table.tableProps.error = new Error('down');
    await show(table, 'It answered 503.');
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toHaveTextContent('Unknown');
    expect(screen.queryByText('Error: down')).toBeNull();
  });

  it('says how to see more when nothing matches', async () => {
    await show(fleetTable({ ...page, items: [] }));
    expect(
      await screen.findByText('No environment matches. Remove a filter.'),
    ).toBeInTheDocument();
  });
});
