import { act, renderHook, waitFor } from '@testing-library/react';
import { NotFoundError } from '@backstage/errors';
import { useLoaded } from './useLoaded';

describe('useLoaded', () => {
  it('reads once, and again when asked', async () => {
    const load = jest
      .fn()
      .mockRejectedValueOnce(new NotFoundError('gone'))
      .mockResolvedValue('there');
    const { result } = renderHook(() => useLoaded(load));
    expect(result.current.live).toEqual({ state: 'loading' });
    await waitFor(() =>
      expect(result.current.live).toMatchObject({
        state: 'failed',
        failure: { kind: 'missing' },
      }),
    );
    act(() => result.current.refresh());
    await waitFor(() =>
      expect(result.current.live).toMatchObject({ value: 'there' }),
    );
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('ends its request when it is gone', () => {
    const signals: AbortSignal[] = [];
    const load = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<never>(() => {});
    };
    const { unmount } = renderHook(() => useLoaded(load));
    unmount();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });
});
