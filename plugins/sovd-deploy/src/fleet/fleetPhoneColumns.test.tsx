import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fleetPage } from '../__testUtils__/fleet';
import { fleetTable } from '../__testUtils__/fleetTable';
import { FleetTable } from './FleetTable';

describe('fleetPhoneColumns', () => {
  it('tells a phone everything in one column', async () => {
    renderInTestApp(
      <FleetTable
        page={fleetPage()}
        table={fleetTable(fleetPage())}
        hrefOf={() => '/'}
      />,
    );
    expect(await screen.findAllByRole('columnheader')).toHaveLength(1);
    const [first, second] = screen.getAllByRole('rowheader');
    expect(first).toHaveTextContent(
      /^Degradedota-staging.*stopped at a lock.*2\.4\.1, \$440 of \$800, campaigns, seen \d+ (?:s|min) ago$/,
    );
    expect(second).toHaveTextContent('has not answered since 03:05');
  });
});
