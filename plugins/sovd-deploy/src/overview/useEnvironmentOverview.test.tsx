import { act, screen, waitFor } from '@testing-library/react';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { useEntity } from '@backstage/plugin-catalog-react';
import { degradedOverview, healthyOverview } from '../__testUtils__/overviews';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { useEnvironmentOverview } from './useEnvironmentOverview';

/** What the hook gives, as text. */
function Probe({ owner }: { owner?: string }) {
  const { entity } = useEntity();
  const spec = { ...entity.spec, ...(owner !== undefined && { owner }) };
  const { part, refresh } = useEnvironmentOverview({ ...entity, spec });
  return (
    <button onClick={refresh}>
      {part.state === 'value'
        ? part.value.headline.headline
        : JSON.stringify(part)}
    </button>
  );
}
const { channel } = healthyOverview;

describe('useEnvironmentOverview', () => {
  it('follows the channel that the overview names', async () => {
    const getOverview = jest
      .fn()
      .mockResolvedValueOnce(healthyOverview)
      .mockResolvedValue(degradedOverview);
    const { signals } = renderOnEntity(<Probe />, { getOverview });
    await screen.findByText(healthyOverview.headline.headline);
    await waitFor(() => expect(signals.listenersOf(channel)).toHaveLength(1));
    act(() => signals.send(channel, 1));
    expect(
      await screen.findByText(degradedOverview.headline.headline),
    ).toBeInTheDocument();
    expect(getOverview).toHaveBeenLastCalledWith(
      { namespace: 'default', name: 'diagnostics-staging' },
      { signal: expect.any(AbortSignal) },
    );
  });

  it.each([
    ['group:default/workshop', '"askWhom":"workshop, the owner,"'],
    ['user:default/ann', '"askWhom":"ann, the owner,"'],
  ])('says that %s may let a person in', async (owner, words) => {
    renderOnEntity(<Probe owner={owner} />, {
      getOverview: () => Promise.reject(new NotAllowedError('no')),
    });
    const text = await screen.findByText(/"state":"forbidden"/);
    expect(text).toHaveTextContent(words);
  });

  it('says of what the registry does not know where it is created', async () => {
    renderOnEntity(<Probe />, {
      getOverview: () => Promise.reject(new NotFoundError('no')),
    });
    const text = await screen.findByText(/"state":"absent"/);
    expect(text).toHaveTextContent('"href":"/create"');
  });
});
