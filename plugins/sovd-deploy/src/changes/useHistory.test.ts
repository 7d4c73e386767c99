import { act, renderHook } from '@testing-library/react';
import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { after } from '../__testUtils__/after';
import { runningChange, succeededChange } from '../__testUtils__/changes';
import { environmentEntity } from '../__testUtils__/renderOnEntity';
import { withBackend } from '../__testUtils__/withBackend';
import { useHistory } from './useHistory';

interface Overview {
  change?: Change;
}

function render(initial?: Overview) {
  const listChanges = jest.fn(async () => [succeededChange]);
  const { wrapper } = withBackend({ listChanges });
  const hook = renderHook(
    ({ overview }: { overview?: Overview }) =>
      useHistory(environmentEntity, overview),
    { wrapper, initialProps: { overview: initial } },
  );
  return { ...hook, listChanges };
}

describe('useHistory', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('reads the changes of the entity once', async () => {
    const { result, rerender, listChanges } = render();
    expect(result.current.part).toEqual({ state: 'loading' });
    await after(0);
    expect(result.current.part).toMatchObject({
      state: 'value',
      value: [succeededChange],
    });
    expect(listChanges).toHaveBeenCalledWith(
      { namespace: 'default', name: 'diagnostics-staging' },
      { signal: expect.any(AbortSignal) },
    );
    // The overview brings the latest change: what was read is as new as that.
    rerender({ overview: { change: runningChange } });
    rerender({ overview: { change: { ...runningChange, stages: [] } } });
    await after(200);
    expect(listChanges).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Change]>([
    ['moved on', { ...runningChange, phase: 'failed' }],
    ['is another one', { ...runningChange, id: 'change-9' }],
  ])('reads again when the latest change %s', async (_, change) => {
    const { rerender, listChanges } = render({ change: runningChange });
    await after(0);
    rerender({ overview: { change } });
    await after(200);
    expect(listChanges).toHaveBeenCalledTimes(2);
  });

  it('reads again when the first change comes to a page that showed none', async () => {
    const { rerender, listChanges } = render({});
    await after(0);
    rerender({ overview: {} });
    await after(200);
    expect(listChanges).toHaveBeenCalledTimes(1);
    rerender({ overview: { change: runningChange } });
    await after(200);
    expect(listChanges).toHaveBeenCalledTimes(2);
  });

  it('reads again when asked', async () => {
    const { result, listChanges } = render();
    await after(0);
    act(() => result.current.refresh());
    await after(200);
    expect(listChanges).toHaveBeenCalledTimes(2);
  });
});
