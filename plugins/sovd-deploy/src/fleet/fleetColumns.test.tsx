import '../__testUtils__/wideWindow';
import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fleetPage } from '../__testUtils__/fleet';
import { fleetTable } from '../__testUtils__/fleetTable';
import { FleetTable } from './FleetTable';

describe('fleetColumns', () => {
  it('have the order of card and tab', async () => {
    renderInTestApp(
      <FleetTable
        page={fleetPage()}
        table={fleetTable(fleetPage())}
        hrefOf={({ name }) => `/${name}`}
      />,
    );
    const headers = await screen.findAllByRole('columnheader');
    expect(headers.map(({ textContent }) => textContent)).toEqual([
      'Health',
      'Environment',
      'What is the matter',
      'Version',
      'Database',
      'Cost a month',
      'Stack',
      'Owner',
      'Seen',
    ]);
    const row = screen.getByRole('row', { name: /ota-staging/ });
    expect(
      within(row).getByRole('link', { name: 'ota-staging' }),
    ).toHaveAttribute('href', '/ota-staging');
    expect(row).toHaveTextContent('0002, last run failed');
    expect(row).toHaveTextContent('$440 of $800');
    const unknown = screen.getByRole('row', { name: /telemetry-staging/ });
    expect(within(unknown).getByText('0002, at head')).toHaveAttribute(
      'data-unknown',
      'true',
    );
  });
});
