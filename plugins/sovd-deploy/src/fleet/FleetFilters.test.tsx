import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fleet } from '../__testUtils__/fleet';
import { FleetFilters } from './FleetFilters';
import { toFleetRows } from './fleetRow';
import type { FleetFilter } from './fleetRow';

const onFilter = jest.fn();
const onSearch = jest.fn();
const show = (filter: FleetFilter, items = fleet) =>
  render(
    <FleetFilters
      rows={toFleetRows(items)}
      filter={filter}
      onFilter={onFilter}
      search={{ value: '', onChange: onSearch }}
    />,
  );
const radio = (name: string) => screen.getByRole('radio', { name });

describe('FleetFilters', () => {
  beforeEach(() => jest.clearAllMocks());

  it('counts each health, the most urgent first, and also those of none', () => {
    show('all', [...fleet.slice(1), fleet[3]]);
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
    show('unknown');
    expect(radio('Unknown 1')).toBeChecked();
    await userEvent.click(radio('Degraded 1'));
    expect(onFilter).toHaveBeenLastCalledWith('degraded');
    await userEvent.click(radio('All 4'));
    expect(onFilter).toHaveBeenLastCalledWith('all');
  });

  it('leaves one filter pressed', async () => {
    show('all');
    await userEvent.click(radio('All 4'));
    expect(radio('All 4')).toBeChecked();
  });

  it('searches for what is typed', async () => {
    show('all');
    await userEvent.type(screen.getByRole('searchbox'), 'o');
    expect(onSearch).toHaveBeenLastCalledWith('o');
  });
});
