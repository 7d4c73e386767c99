import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError } from '@backstage/errors';
import { fleet } from '../__testUtils__/fleet';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { EnvironmentsPage } from './EnvironmentsPage';

const page = { items: fleet, channel: 'fleet' };
const shownNames = () =>
  screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

describe('EnvironmentsPage', () => {
  it('lists environments, the most urgent first, each with its page', async () => {
    renderOnEntity(<EnvironmentsPage />, {
      listEnvironments: async () => page,
    });
    await screen.findByText('ota-staging');
    expect(shownNames()).toEqual([
      expect.stringContaining('ota-staging'),
      expect.stringContaining('telemetry-staging'),
      expect.stringContaining('charging-staging'),
      expect.stringContaining('diagnostics-staging'),
    ]);
    expect(screen.getByRole('link', { name: 'ota-staging' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/ota-staging/environment',
    );
  });

  it('filters by health and by words', async () => {
    renderOnEntity(<EnvironmentsPage />, {
      listEnvironments: async () => page,
    });
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Healthy 1' }),
    );
    await waitFor(() =>
      expect(shownNames()).toEqual([
        expect.stringContaining('diagnostics-staging'),
      ]),
    );
    await userEvent.click(screen.getByRole('radio', { name: 'All 4' }));
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search environments' }),
      'lock',
    );
    await waitFor(() =>
      expect(shownNames()).toEqual([expect.stringContaining('ota-staging')]),
    );
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search environments' }),
      'smith',
    );
    expect(
      await screen.findByText('No environment matches. Remove a filter.'),
    ).toBeInTheDocument();
  });

  it('follows the channel of the fleet', async () => {
    const listEnvironments = jest
      .fn()
      .mockResolvedValueOnce(page)
      .mockResolvedValue({
        ...page,
        items: fleet.map(item => ({ ...item, health: 'healthy' as const })),
      });
    const { signals } = renderOnEntity(<EnvironmentsPage />, {
      listEnvironments,
    });
    await waitFor(() => expect(signals.listenersOf('fleet')).toHaveLength(1));
    act(() => signals.send('fleet', 1));
    expect(
      await screen.findByRole('radio', { name: 'Healthy 4' }),
    ).toBeInTheDocument();
  });

  it('leads to the form when there is no environment', async () => {
    renderOnEntity(<EnvironmentsPage />, {
      listEnvironments: async () => ({ items: [], channel: 'fleet' }),
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
