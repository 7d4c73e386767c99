import '../__testUtils__/wideWindow';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fleet } from '../__testUtils__/fleet';
import { FleetTable } from './FleetTable';
import { toFleetRows } from './fleetRow';

const many = Array.from({ length: 21 }, (_, index) => ({
  ...fleet[0],
  entityRef: `resource:default/e${index}`,
  name: `e${`${index}`.padStart(2, '0')}`,
}));
const show = async (items = fleet) => {
  renderInTestApp(
    <FleetTable rows={toFleetRows(items)} hrefOf={({ name }) => `/${name}`} />,
  );
  await screen.findAllByRole('row');
};
const shown = () =>
  screen
    .getAllByRole('rowheader')
    .map(row => within(row).getByRole('link').textContent);

describe('FleetTable', () => {
  it('puts first what needs a person, and sorts otherwise when asked', async () => {
    await show();
    expect(shown()).toEqual([
      'ota-staging',
      'telemetry-staging',
      'charging-staging',
      'diagnostics-staging',
    ]);
    await userEvent.click(
      screen.getByRole('columnheader', { name: /Environment/ }),
    );
    await waitFor(() =>
      expect(shown()).toEqual([
        'charging-staging',
        'diagnostics-staging',
        'ota-staging',
        'telemetry-staging',
      ]),
    );
  });

  it('counts all in its filters, whatever it shows', async () => {
    await show();
    await userEvent.click(screen.getByRole('radio', { name: 'Unknown 1' }));
    await waitFor(() => expect(shown()).toEqual(['telemetry-staging']));
    expect(screen.getByRole('radio', { name: 'All 4' })).toBeInTheDocument();
  });

  it('says how to see more when nothing matches', async () => {
    await show(fleet.slice(0, 1));
    await userEvent.click(screen.getByRole('radio', { name: 'Degraded 0' }));
    expect(
      await screen.findByText('No environment matches. Remove a filter.'),
    ).toBeInTheDocument();
  });

  it('shows twenty at once and leads to the rest', async () => {
    await show(many);
    expect(shown()).toHaveLength(20);
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    await waitFor(() => expect(shown()).toEqual(['e20']));
  });
});
