import { renderHook } from '@testing-library/react';
import type { Change, ChangeLogEntry } from '@sovd/plugin-sovd-deploy-common';
import { after } from '../__testUtils__/after';
import {
  failedChange,
  releaseLog,
  runningChange,
  succeededChange,
} from '../__testUtils__/changes';
import { withBackend } from '../__testUtils__/withBackend';
import { useChangeLog } from './useChangeLog';

/** A log that grows while the test runs. */
function render(change: Change | undefined) {
  const lines: ChangeLogEntry[] = releaseLog.slice(0, 2);
  const getChangeLog = jest.fn(async (_: string, behind = 0) => ({
    items: lines.filter(({ position }) => position > behind),
  }));
  const { wrapper } = withBackend({ getChangeLog });
  const hook = renderHook(useChangeLog, { wrapper, initialProps: change });
  return { ...hook, lines, getChangeLog };
}

describe('useChangeLog', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('follows a running change until it is gone', async () => {
    const { result, lines, getChangeLog, unmount } = render(runningChange);
    await after(0);
    expect(result.current).toEqual(releaseLog.slice(0, 2));
    lines.push(releaseLog[2]);
    await after(2000);
    expect(result.current).toEqual(releaseLog.slice(0, 3));
    unmount();
    const calls = getChangeLog.mock.calls.length;
    await after(60_000);
    expect(getChangeLog).toHaveBeenCalledTimes(calls);
  });

  it('keeps the log of a change that fails, and stops asking', async () => {
    const { result, rerender, getChangeLog } = render(runningChange);
    await after(0);
    rerender({ ...runningChange, phase: 'failed' });
    expect(result.current).toEqual(releaseLog.slice(0, 2));
    await after(0);
    const calls = getChangeLog.mock.calls.length;
    await after(60_000);
    expect(getChangeLog).toHaveBeenCalledTimes(calls);
  });

  it('begins anew with another change', async () => {
    const { result, rerender, getChangeLog } = render(runningChange);
    await after(0);
    rerender(failedChange);
    expect(result.current).toEqual([]);
    await after(0);
    expect(getChangeLog).toHaveBeenCalledWith(failedChange.id, 0, {
      signal: expect.any(AbortSignal),
    });
  });

  it('goes on after a failed look', async () => {
    const { result, getChangeLog } = render(runningChange);
    getChangeLog.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await after(2000);
    expect(result.current).toEqual(releaseLog.slice(0, 2));
  });

  it.each([[succeededChange], [undefined]])(
    'asks for nothing where nothing is to be told',
    async change => {
      const { result, getChangeLog } = render(change);
      await after(5000);
      expect(result.current).toEqual([]);
      expect(getChangeLog).not.toHaveBeenCalled();
    },
  );
});
