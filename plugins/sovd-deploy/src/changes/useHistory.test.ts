import { act, renderHook } from '@testing-library/react';
import type {
  Change,
  ChangePage,
  PageRequest,
} from '@sovd/plugin-sovd-deploy-common';
import { after } from '../__testUtils__/after';
import {
  failedChange,
  runningChange,
  succeededChange,
} from '../__testUtils__/changes';
import { environmentEntity } from '../__testUtils__/renderOnEntity';
import { withBackend } from '../__testUtils__/withBackend';
import { useHistory } from './useHistory';

interface Overview {
  change?: Change;
}

type Read = (page?: PageRequest) => Promise<ChangePage>;

function render(
  initial?: Overview,
  read: Read = async () => ({ items: [succeededChange] }),
) {
  const listChanges = jest.fn((_key: unknown, page?: PageRequest) =>
    read(page),
  );
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
      undefined,
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

  it('shows earlier ones behind the latest, and keeps them when it reads again', async () => {
    const numbered = (id: string) => ({ ...succeededChange, id });
    const pages: Record<string, ChangePage> = {
      first: { items: [numbered('9')], nextCursor: 'b' },
      b: { items: [numbered('8')], nextCursor: 'c' },
      c: { items: [numbered('7')] },
    };
    const { result } = render({}, async page => pages[page?.cursor ?? 'first']);
    const shown = () => {
      const { part } = result.current;
      return part.state === 'value' ? part.value.map(({ id }) => id) : [];
    };
    await after(0);
    expect(shown()).toEqual(['9']);
    expect(result.current.earlier?.isPending).toBe(false);
    act(() => result.current.earlier?.onShow());
    expect(result.current.earlier?.isPending).toBe(true);
    await after(0);
    expect(shown()).toEqual(['9', '8']);
    expect(result.current.earlier?.isPending).toBe(false);

    // a newer change pushes the last of the first page onto the second
    pages.first = { items: [numbered('10')], nextCursor: 'b' };
    pages.b = { items: [numbered('9'), numbered('8')], nextCursor: 'c' };
    act(() => result.current.refresh());
    await after(200);
    expect(shown()).toEqual(['10', '9', '8']);
    act(() => result.current.earlier?.onShow());
    await after(0);
    expect(shown()).toEqual(['10', '9', '8', '7']);
    expect(result.current.earlier).toBeUndefined();
  });

  it('keeps what it has when earlier ones can not be had, and lets one try again', async () => {
    const earlier = jest
      .fn<Promise<ChangePage>, [PageRequest]>()
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValue({ items: [failedChange] });
    const first = { items: [succeededChange], nextCursor: 'b' };
    const { result } = render({}, async page => (page ? earlier(page) : first));
    await after(0);
    act(() => result.current.earlier?.onShow());
    await after(0);
    expect(result.current).toMatchObject({
      part: { state: 'value', staleReason: expect.any(String) },
      earlier: { isPending: false },
    });
    act(() => result.current.earlier?.onShow());
    await after(0);
    expect(result.current.part).toMatchObject({
      value: [succeededChange, failedChange],
    });
    expect(result.current.earlier).toBeUndefined();
  });
});
