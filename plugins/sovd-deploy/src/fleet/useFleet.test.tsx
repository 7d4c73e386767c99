import { act, screen, waitFor } from '@testing-library/react';
import { NotAllowedError } from '@backstage/errors';
import type { EnvironmentPage } from '@sovd/plugin-sovd-deploy-common';
import { fleet, fleetPage } from '../__testUtils__/fleet';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { useFleet } from './useFleet';

const names = (items: typeof fleet) => items.map(({ name }) => name).join();

/** What the hook gives, as text. */
function Probe() {
  const { part, refresh } = useFleet();
  return (
    <button onClick={refresh}>
      {part.state === 'value' ? names(part.value.items) : JSON.stringify(part)}
    </button>
  );
}

describe('useFleet', () => {
  it('reads one page in one request', async () => {
    const listEnvironments = jest.fn(async () =>
      fleetPage(fleet.slice(0, 3), { total: 4, nextCursor: 'more' }),
    );
    renderOnEntity(<Probe />, { listEnvironments });
    expect(
      await screen.findByText(names(fleetPage(fleet.slice(0, 3)).items)),
    ).toBeInTheDocument();
    expect(listEnvironments).toHaveBeenCalledTimes(1);
  });

  it('reads again at a tick of the fleet, and when asked', async () => {
    const listEnvironments = jest
      .fn<Promise<EnvironmentPage>, []>()
      .mockResolvedValueOnce(fleetPage(fleet.slice(0, 1)))
      .mockResolvedValueOnce(fleetPage(fleet.slice(1, 2)))
      .mockResolvedValue(fleetPage(fleet.slice(2, 3)));
    const { signals } = renderOnEntity(<Probe />, { listEnvironments });
    await waitFor(() => expect(signals.listenersOf('fleet')).toHaveLength(1));
    act(() => signals.send('fleet', 1));
    const second = await screen.findByText(fleet[1].name);
    act(() => second.click());
    expect(await screen.findByText(fleet[2].name)).toBeInTheDocument();
  });

  it('leads to the form when there is none', async () => {
    renderOnEntity(<Probe />, {
      listEnvironments: async () => fleetPage([]),
    });
    expect(await screen.findByText(/"href":"\/create"/)).toBeInTheDocument();
  });

  it('says which permission is missing', async () => {
    renderOnEntity(<Probe />, {
      listEnvironments: () => Promise.reject(new NotAllowedError('no')),
    });
    expect(
      await screen.findByText(/"state":"forbidden".*sovd.environment.read/),
    ).toBeInTheDocument();
  });
});
