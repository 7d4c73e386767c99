import { act, renderHook } from '@testing-library/react';
import { after } from '../__testUtils__/after';
import { setVisibility } from '../__testUtils__/setVisibility';
import { withBackend } from '../__testUtils__/withBackend';
import { useNews } from './useNews';

function render(props: { channel?: string; busy?: boolean } = {}) {
  const { wrapper, signals } = withBackend();
  const onNews = jest.fn();
  const hook = renderHook(
    ({ channel = 'fleet', busy = false }: typeof props) =>
      useNews({ channel, busy, onNews }),
    { wrapper, initialProps: props },
  );
  return { ...hook, onNews, signals };
}

describe('useNews', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('calls once for signals close to one another, soon', async () => {
    const { onNews, signals } = render();
    act(() => signals.send('fleet', 1));
    act(() => signals.send('fleet', 2));
    await after(150);
    expect(onNews).toHaveBeenCalledTimes(1);
  });

  it('calls without a signal after a while, since signals can be lost', async () => {
    const { onNews } = render();
    await after(29_000);
    expect(onNews).not.toHaveBeenCalled();
    await after(1_000);
    expect(onNews).toHaveBeenCalledTimes(1);
  });

  it('waits while its caller is busy', async () => {
    const { onNews, rerender, signals } = render({ busy: true });
    act(() => signals.send('fleet', 1));
    await after(60_000);
    expect(onNews).not.toHaveBeenCalled();
    rerender({ busy: false });
    await after(150);
    expect(onNews).toHaveBeenCalledTimes(1);
  });

  it('rests while the page is hidden, and calls when it is seen again', async () => {
    const { onNews, signals } = render();
    setVisibility('hidden');
    act(() => signals.send('fleet', 1));
    await after(60_000);
    expect(onNews).not.toHaveBeenCalled();
    setVisibility('visible');
    await after(150);
    expect(onNews).toHaveBeenCalledTimes(1);
  });

  it('leaves its channel when it goes', () => {
    const { signals, unmount } = render();
    expect(signals.listenersOf('fleet')).toHaveLength(1);
    unmount();
    expect(signals.listenersOf('fleet')).toHaveLength(0);
  });
});
