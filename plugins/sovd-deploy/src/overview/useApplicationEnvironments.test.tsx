import { act, screen, waitFor } from '@testing-library/react';
import { NotAllowedError } from '@backstage/errors';
import { useEntity } from '@backstage/plugin-catalog-react';
import { applicationFleet } from '../__testUtils__/applications';
import { fleetPage } from '../__testUtils__/fleet';
import {
  applicationEntity,
  renderOnEntity,
} from '../__testUtils__/renderOnEntity';
import { useApplicationEnvironments } from './useApplicationEnvironments';

/** What the hook gives, as text. */
function Probe() {
  const { entity } = useEntity();
  const { part } = useApplicationEnvironments(entity);
  return (
    <p>
      {part.state === 'value'
        ? part.value.map(({ name }) => name).join()
        : JSON.stringify(part)}
    </p>
  );
}
const names = (count: number) =>
  applicationFleet
    .slice(0, count)
    .map(({ name }) => name)
    .join();
const on = { entity: applicationEntity };

describe('useApplicationEnvironments', () => {
  it('asks for one application, and again when the list has news', async () => {
    const listEnvironments = jest
      .fn()
      .mockResolvedValueOnce(fleetPage(applicationFleet.slice(0, 2)))
      .mockResolvedValue(fleetPage(applicationFleet));
    const { signals } = renderOnEntity(<Probe />, { listEnvironments }, on);
    expect(await screen.findByText(names(2))).toBeInTheDocument();
    await waitFor(() => expect(signals.listenersOf('fleet')).toHaveLength(1));
    act(() => signals.send('fleet', 1));
    expect(await screen.findByText(names(3))).toBeInTheDocument();
    expect(listEnvironments).toHaveBeenLastCalledWith(
      { application: 'diagnostics', sort: 'urgency', limit: 200 },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('says who may let a person in', async () => {
    const listEnvironments = () => Promise.reject(new NotAllowedError('no'));
    renderOnEntity(<Probe />, { listEnvironments }, on);
    expect(await screen.findByText(/"state":"forbidden"/)).toHaveTextContent(
      '"askWhom":"workshop, the owner,"',
    );
  });
});
