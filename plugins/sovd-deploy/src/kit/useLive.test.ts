import { act, renderHook } from '@testing-library/react';
import { after } from '../__testUtils__/after';
import { setVisibility } from '../__testUtils__/setVisibility';
import { withBackend } from '../__testUtils__/withBackend';
import { useLive } from './useLive';

const channelOf = (value: string) => `channel of ${value}`;

function render(load: (signal: AbortSignal) => Promise<string>) {
  const { wrapper, signals } = withBackend();
  const hook = renderHook(it => useLive(it, channelOf), {
    wrapper,
    initialProps: load,
  });
  return { ...hook, signals };
}

describe('useLive', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('goes over to the channel that the newest value names', async () => {
    const load = jest.fn().mockResolvedValueOnce('a').mockResolvedValue('b');
    const { result, signals } = render(load);
    await after(0);
    expect(signals.listenersOf('channel of a')).toHaveLength(1);
    act(() => signals.send('channel of a', 1));
    await after(150);
    expect(result.current.live).toMatchObject({ value: 'b' });
    expect(signals.listenersOf('channel of a')).toHaveLength(0);
    expect(signals.listenersOf('channel of b')).toHaveLength(1);
  });

  it('rests while the page is hidden', async () => {
    const load = jest.fn().mockResolvedValue('a');
    const { signals } = render(load);
    await after(0);
    setVisibility('hidden');
    act(() => signals.send('channel of a', 1));
    await after(120_000);
    expect(load).toHaveBeenCalledTimes(1);
    setVisibility('visible');
    await after(0);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('begins anew with another load function', async () => {
    const { result, rerender } = render(async () => 'a');
    await after(0);
    rerender(async () => 'b');
    expect(result.current.live).toEqual({ state: 'loading' });
    await after(0);
    expect(result.current.live).toMatchObject({ value: 'b' });
  });

  it('ends its request with the component', async () => {
    let request: AbortSignal | undefined;
    const { unmount } = render(signal => {
      request = signal;
      return new Promise(() => {});
    });
    unmount();
    expect(request?.aborted).toBe(true);
    await after(120_000);
    expect(jest.getTimerCount()).toBe(0);
  });
});
