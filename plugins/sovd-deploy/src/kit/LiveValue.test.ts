import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { LiveValue } from './LiveValue';
import type { Live } from './LiveValue';

/** A load function whose answers the test gives by hand. */
function manual() {
  const calls: {
    signal: AbortSignal;
    answer: (value: string) => Promise<void>;
    refuse: (error: Error) => Promise<void>;
  }[] = [];
  const settle = () => jest.advanceTimersByTimeAsync(0);
  const load = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      calls.push({
        signal,
        answer: value => {
          resolve(value);
          return settle();
        },
        refuse: error => {
          reject(error);
          return settle();
        },
      });
    });
  return { calls, load };
}

function start(random = 1) {
  const { calls, load } = manual();
  const seen: Live<string>[] = [];
  const live = new LiveValue<string>({
    load,
    onChange: next => seen.push(next),
    random: () => random,
  });
  live.refresh();
  return { live, calls, last: () => seen.at(-1) };
}

describe('LiveValue', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('loads at once, and again after 30 quiet seconds', async () => {
    const { calls, last } = start();
    expect(calls).toHaveLength(1);
    await calls[0].answer('first');
    expect(last()).toMatchObject({ state: 'value', value: 'first' });

    await jest.advanceTimersByTimeAsync(29_999);
    expect(calls).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    await calls[1].answer('second');
    expect(last()).toMatchObject({ value: 'second' });
  });

  it('loads within 150 ms of a new version, and not of one it has heard', async () => {
    const { live, calls } = start();
    await calls[0].answer('first');
    live.announce(7);
    await jest.advanceTimersByTimeAsync(149);
    expect(calls).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(calls).toHaveLength(2);
    await calls[1].answer('second');

    live.announce(7);
    await jest.advanceTimersByTimeAsync(1000);
    expect(calls).toHaveLength(2);
  });

  it('takes a smaller version for news: a backend begins anew', async () => {
    const { live, calls } = start();
    await calls[0].answer('first');
    live.announce(7);
    await jest.advanceTimersByTimeAsync(150);
    await calls[1].answer('second');
    live.announce(1);
    await jest.advanceTimersByTimeAsync(150);
    expect(calls).toHaveLength(3);
  });

  it('makes one request of many announcements, before and during one', async () => {
    const { live, calls } = start();
    await calls[0].answer('first');
    [1, 2, 3].forEach(version => live.announce(version));
    await jest.advanceTimersByTimeAsync(150);
    expect(calls).toHaveLength(2);
    [4, 5, 6].forEach(version => live.announce(version));
    await jest.advanceTimersByTimeAsync(1000);
    expect(calls).toHaveLength(2);
    await calls[1].answer('second');
    await jest.advanceTimersByTimeAsync(150);
    expect(calls).toHaveLength(3);
    await calls[2].answer('third');
    await jest.advanceTimersByTimeAsync(1000);
    expect(calls).toHaveLength(3);
  });

  it('keeps the value of before a failure and says why it is old', async () => {
    const { live, calls, last } = start();
    await calls[0].answer('first');
    const { seenAt } = last() as { seenAt: string };
    live.announce(1);
    await jest.advanceTimersByTimeAsync(150);
    await calls[1].refuse(new TypeError('Failed to fetch'));
    expect(last()).toEqual({
      state: 'value',
      value: 'first',
      seenAt,
      staleReason: 'It gave no answer (Failed to fetch).',
    });

    await jest.advanceTimersByTimeAsync(30_000);
    await calls[2].answer('second');
    expect(last()).not.toHaveProperty('staleReason');
  });

  it.each([
    ['missing', new NotFoundError('gone')],
    ['forbidden', new NotAllowedError('no more')],
  ])('gives the value up when it is %s now', async (kind, error) => {
    const { live, calls, last } = start();
    await calls[0].answer('first');
    live.announce(1);
    await jest.advanceTimersByTimeAsync(150);
    await calls[1].refuse(error);
    expect(last()).toMatchObject({ state: 'failed', failure: { kind } });
  });

  it('shows that it loads when it is asked to try again', async () => {
    const { live, calls, last } = start();
    await calls[0].refuse(new Error('down'));
    expect(last()).toMatchObject({ state: 'failed' });
    live.refresh();
    expect(last()).toEqual({ state: 'loading' });
    await calls[1].answer('first');
    expect(last()).toMatchObject({ value: 'first' });
  });

  it('gives up a request after 20 seconds', async () => {
    const { calls, last } = start();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(calls[0].signal.aborted).toBe(true);
    expect(last()).toMatchObject({
      state: 'failed',
      failure: { reason: 'It gave no answer in time.' },
    });
  });

  it('asks for nothing while hidden, and at once when seen again', async () => {
    const { live, calls } = start();
    await calls[0].answer('first');
    live.setVisible(false);
    live.announce(1);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(calls).toHaveLength(1);
    live.setVisible(true);
    expect(calls).toHaveLength(2);
  });

  it('ends its request and tells nothing more once it is stopped', async () => {
    const { live, calls, last } = start();
    await calls[0].answer('first');
    live.refresh();
    live.stop();
    expect(calls[1].signal.aborted).toBe(true);
    live.announce(9);
    live.refresh();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(calls).toHaveLength(2);
    expect(last()).toMatchObject({ value: 'first' });
  });
});
