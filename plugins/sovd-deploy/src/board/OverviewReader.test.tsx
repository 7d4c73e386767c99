import { act, waitFor } from '@testing-library/react';
import { applicationFleet, newestStaging } from '../__testUtils__/applications';
import { degradedOverview } from '../__testUtils__/overviews';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { OverviewReader } from './OverviewReader';

const [, , staging] = applicationFleet;

describe('OverviewReader', () => {
  it('tells each news once, and shows nothing', async () => {
    const getOverview = jest
      .fn()
      .mockResolvedValueOnce(newestStaging)
      .mockResolvedValue({ ...degradedOverview, channel: 'second' });
    const onRead = jest.fn();
    const { signals } = renderOnEntity(
      <OverviewReader summary={staging} onRead={onRead} />,
      { getOverview },
    );
    const lastHealth = () => onRead.mock.calls.at(-1)?.[1].part.value?.health;
    await waitFor(() => expect(lastHealth()).toBe('healthy'));
    expect(onRead.mock.calls.at(-1)?.[0]).toBe(staging.entityRef);
    const { channel } = newestStaging;
    await waitFor(() => expect(signals.listenersOf(channel)).toHaveLength(1));
    act(() => signals.send(channel, 1));
    await waitFor(() => expect(lastHealth()).toBe('degraded'));
    expect(getOverview).toHaveBeenCalledTimes(2);
    // Loading, the two answers, and a handle or two for refreshing: no endless circle.
    expect(onRead.mock.calls.length).toBeLessThan(20);
  });
});
