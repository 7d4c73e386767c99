import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fleet, fleetPage } from '../__testUtils__/fleet';
import { FleetFilters } from './FleetFilters';
import { noFilter } from './fleetRow';
import type { FleetFilter } from './fleetRow';

const onFilter = jest.fn();
const onSearch = jest.fn();
const show = (filter: Partial<FleetFilter> = {}, items = fleet) =>
  render(
    <FleetFilters
      page={fleetPage(items)}
      filter={{ ...noFilter, ...filter }}
      onFilter={onFilter}
      search={{ value: '', onChange: onSearch }}
    />,
  );
const radio = (name: string) => screen.getByRole('radio', { name });

describe('FleetFilters', () => {
  beforeEach(() => jest.clearAllMocks());

  it('counts each health, the most urgent first, and also those of none', () => {
    show({}, [...fleet.slice(1), fleet[3]]);
    expect(
      screen.getAllByRole('radio').map(({ textContent }) => textContent),
    ).toEqual([
      'All 4',
      'Degraded 2',
      'Unknown 1',
      'Progressing 1',
      'Healthy 0',
    ]);
  });

  it('filters by the health that is pressed, and shows all again', async () => {
    const owner = 'group:default/energy';
    show({ health: 'unknown', owner });
    expect(radio('Unknown 1')).toBeChecked();
    await userEvent.click(radio('Degraded 1'));
    expect(onFilter).toHaveBeenLastCalledWith({ health: 'degraded', owner });
    await userEvent.click(radio('All 4'));
    expect(onFilter).toHaveBeenLastCalledWith({ health: 'all', owner });
  });

  it('leaves one filter pressed', async () => {
    show();
    await userEvent.click(radio('All 4'));
    expect(radio('All 4')).toBeChecked();
  });

  it('searches for what is typed', async () => {
    show();
    await userEvent.type(screen.getByRole('searchbox'), 'o');
    expect(onSearch).toHaveBeenLastCalledWith('o');
  });

  it('shows those of one owner, when there are several', async () => {
    const { unmount } = show();
    await userEvent.click(screen.getByRole('button', { name: /Owner/ }));
    await userEvent.click(screen.getByRole('option', { name: 'energy' }));
    expect(onFilter).toHaveBeenLastCalledWith({
      health: 'all',
      owner: 'group:default/energy',
    });
    unmount();
    show({}, fleet.slice(0, 1));
    expect(screen.queryByRole('button', { name: /Owner/ })).toBeNull();
  });
});
