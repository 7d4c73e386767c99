import { act, screen, waitFor } from '@testing-library/react';
import { NotAllowedError } from '@backstage/errors';
import type { EnvironmentPage } from '@sovd/plugin-sovd-deploy-common';
import { fleet } from '../__testUtils__/fleet';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { useFleet } from './useFleet';

/** What the hook gives, as text. */
function Probe() {
  const { part, refresh } = useFleet();
  return (
    <button onClick={refresh}>
      {part.state === 'value'
        ? part.value.map(({ name }) => name).join()
        : JSON.stringify(part)}
    </button>
  );
}
const names = (items: typeof fleet) => items.map(({ name }) => name).join();

describe('useFleet', () => {
  it('reads every page', async () => {
    const listEnvironments = jest
      .fn<Promise<EnvironmentPage>, []>()
      .mockResolvedValueOnce({
        items: fleet.slice(0, 3),
        channel: 'fleet',
        nextCursor: 'more',
      })
      .mockResolvedValue({ items: fleet.slice(3), channel: 'fleet' });
    renderOnEntity(<Probe />, { listEnvironments });
    expect(await screen.findByText(names(fleet))).toBeInTheDocument();
    expect(listEnvironments).toHaveBeenCalledTimes(2);
  });

  it('reads again at a tick of the fleet, and when asked', async () => {
    const listEnvironments = jest
      .fn<Promise<EnvironmentPage>, []>()
      .mockResolvedValueOnce({ items: fleet, channel: 'fleet' })
      .mockResolvedValueOnce({ items: fleet.slice(1), channel: 'fleet' })
      .mockResolvedValue({ items: fleet.slice(2), channel: 'fleet' });
    const { signals } = renderOnEntity(<Probe />, { listEnvironments });
    await waitFor(() => expect(signals.listenersOf('fleet')).toHaveLength(1));
    act(() => signals.send('fleet', 1));
    const second = await screen.findByText(names(fleet.slice(1)));
    act(() => second.click());
    expect(await screen.findByText(names(fleet.slice(2)))).toBeInTheDocument();
  });

  it('leads to the form when there is none', async () => {
    renderOnEntity(<Probe />, {
      listEnvironments: async () => ({ items: [], channel: 'fleet' }),
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
