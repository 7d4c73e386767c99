import '../__testUtils__/wideWindow';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError } from '@backstage/errors';
import { fleet, fleetPage } from '../__testUtils__/fleet';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { EnvironmentsPage } from './EnvironmentsPage';

const shownNames = () =>
  screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
const first = fleetPage(fleet.slice(0, 2), { total: 3, nextCursor: 'two' });
const second = fleetPage(fleet.slice(2, 3), { total: 3, prevCursor: 'one' });

describe('EnvironmentsPage', () => {
  it('lists environments, the most urgent first, each with its page', async () => {
    const listEnvironments = jest.fn(async () => fleetPage());
    renderOnEntity(<EnvironmentsPage />, { listEnvironments });
    await screen.findByText('ota-staging');
    expect(shownNames()).toHaveLength(4);
    expect(screen.getByRole('link', { name: 'ota-staging' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/ota-staging/environment',
    );
    expect(listEnvironments.mock.calls).toEqual([
      [
        { limit: 20, sort: 'urgency', order: 'ascending' },
        { signal: expect.any(AbortSignal) },
      ],
    ]);
  });

  it('has the server filter by health and by words', async () => {
    const listEnvironments = jest.fn(async () => fleetPage());
    renderOnEntity(<EnvironmentsPage />, { listEnvironments });
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Healthy 1' }),
    );
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search environments' }),
      'lock',
    );
    await waitFor(() =>
      expect(listEnvironments).toHaveBeenLastCalledWith(
        expect.objectContaining({ health: 'healthy', text: 'lock' }),
        expect.anything(),
      ),
    );
  });

  it('has the server order by name', async () => {
    const listEnvironments = jest.fn(async () => fleetPage());
    renderOnEntity(<EnvironmentsPage />, { listEnvironments });
    await screen.findByText('ota-staging');
    await userEvent.click(
      screen.getByRole('columnheader', { name: /Environment/ }),
    );
    await waitFor(() =>
      expect(listEnvironments).toHaveBeenLastCalledWith(
        expect.objectContaining({ sort: 'name' }),
        expect.anything(),
      ),
    );
  });

  it('turns pages, stays on one when there is news, and finds back', async () => {
    const listEnvironments = jest.fn(
      async ({ cursor }: { cursor?: string } = {}) =>
        cursor === 'two' ? second : first,
    );
    const { signals } = renderOnEntity(<EnvironmentsPage />, {
      listEnvironments,
    });
    await screen.findByText('diagnostics-staging');
    expect(screen.getByText('3 in all')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    await screen.findByText('telemetry-staging');
    const asked = listEnvironments.mock.calls.length;
    act(() => signals.send('fleet', 1));
    await waitFor(() =>
      expect(listEnvironments.mock.calls.length).toBeGreaterThan(asked),
    );
    expect(listEnvironments.mock.lastCall?.[0]).toMatchObject({
      cursor: 'two',
    });
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: /previous/i }),
      ).not.toBeDisabled(),
    );
    expect(shownNames()).toEqual([expect.stringContaining('telemetry')]);
    await userEvent.click(screen.getByRole('button', { name: /previous/i }));
    await screen.findByText('diagnostics-staging');
    expect(listEnvironments.mock.lastCall?.[0]).toMatchObject({
      cursor: 'one',
    });
  });

  it('follows the channel of the fleet', async () => {
    const well = fleet.map(item => ({ ...item, health: 'healthy' as const }));
    const listEnvironments = jest
      .fn()
      .mockResolvedValueOnce(fleetPage())
      .mockResolvedValue(fleetPage(well));
    const { signals } = renderOnEntity(<EnvironmentsPage />, {
      listEnvironments,
    });
    await waitFor(() => expect(signals.listenersOf('fleet')).toHaveLength(1));
    act(() => signals.send('fleet', 1));
    expect(
      await screen.findByRole('radio', { name: 'Healthy 4' }),
    ).toBeInTheDocument();
  });

  it('keeps what it had when the portal is gone, and says so', async () => {
    const listEnvironments = jest
      .fn()
      .mockResolvedValueOnce(fleetPage())
      .mockRejectedValue(new TypeError('Failed to fetch'));
    const { signals } = renderOnEntity(<EnvironmentsPage />, {
      listEnvironments,
    });
    await waitFor(() => expect(signals.listenersOf('fleet')).toHaveLength(1));
    act(() => signals.send('fleet', 1));
    expect(
      (await screen.findAllByText(/It gave no answer/))[0],
    ).toHaveTextContent(/Last seen .*Failed to fetch/);
    expect(shownNames()).toHaveLength(4);
  });

  it('leads to the form when there is no environment', async () => {
    renderOnEntity(<EnvironmentsPage />, {
      listEnvironments: async () => fleetPage([]),
    });
    expect(await screen.findByText('No environment yet')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Create an environment' }),
    ).toHaveAttribute('href', '/create');
  });

  it('tells being refused from being unreachable', async () => {
    const listEnvironments = jest
      .fn()
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockRejectedValueOnce(new NotAllowedError('no'));
    renderOnEntity(<EnvironmentsPage />, { listEnvironments });
    const main = await screen.findByRole('main');
    expect(
      await within(main).findByText("The portal can't be reached"),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });
});
