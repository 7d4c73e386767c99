import { tmpdir } from 'node:os';
import { GRACE_MS, runGuarded } from '../releases/runGuarded';
import { LEASE_MS } from './DatabaseChangeQueue';
import { LeaseKeeper, MARGIN_MS } from './LeaseKeeper';
import { LeaseLostError } from './LeaseLostError';

const changeId = 'one';
const never = () => new Promise<undefined>(() => {});
/** How long a lease counts as held without a renewal. */
const HELD_MS = LEASE_MS - MARGIN_MS;

describe('LeaseKeeper', () => {
  const logger = { warn: jest.fn() };
  const onAbort = jest.fn();
  const keepers: LeaseKeeper[] = [];

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    jest.resetAllMocks();
  });

  afterEach(() => {
    for (const keeper of keepers.splice(0)) keeper.end();
    jest.useRealTimers();
  });

  function keeperOf() {
    const keeper = new LeaseKeeper(logger);
    keepers.push(keeper);
    return keeper;
  }

  it('leaves programs that ignore being asked the time to be killed', () => {
    expect(GRACE_MS).toBeLessThan(MARGIN_MS);
  });

  it.each<[string, () => Promise<undefined>]>([
    ['is never answered', never],
    ['fails', () => Promise.reject(new Error('connection refused'))],
  ])('gives a lease up in time when its renewal %s', async (_, renew) => {
    const keeper = keeperOf();
    keeper.keep({ changeId, renew }, onAbort);
    await jest.advanceTimersByTimeAsync(HELD_MS - 1);
    expect(keeper.lost.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(String(keeper.lost.reason)).toContain("wasn't renewed within 6 s");
  });

  it('keeps a lease whose renewals succeed, and counts from when each was asked for', async () => {
    const keeper = keeperOf();
    const takes = LEASE_MS / 10;
    const renew = jest.fn(
      () =>
        new Promise<undefined>(resolve => {
          setTimeout(() => resolve(undefined), takes);
        }),
    );
    keeper.keep({ changeId, renew }, onAbort);
    await jest.advanceTimersByTimeAsync(4 * LEASE_MS);
    expect(keeper.lost.aborted).toBe(false);
    // the last one that is answered was asked for at this moment
    renew.mockImplementation(never);
    await jest.advanceTimersByTimeAsync(HELD_MS - 1);
    expect(keeper.lost.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(keeper.lost.aborted).toBe(true);
  });

  it('counts from before the claim, whose answer may come late', async () => {
    const keeper = keeperOf();
    await jest.advanceTimersByTimeAsync(HELD_MS - 1);
    keeper.keep({ changeId, renew: never }, onAbort);
    expect(keeper.lost.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(keeper.lost.aborted).toBe(true);
  });

  it('gives a lease up at once when somebody else has it', async () => {
    const keeper = keeperOf();
    const error = new LeaseLostError(changeId, 1);
    const renew = jest.fn().mockRejectedValueOnce(error);
    keeper.keep({ changeId, renew }, onAbort);
    await jest.advanceTimersToNextTimerAsync();
    expect(renew).toHaveBeenCalledTimes(1);
    expect(keeper.lost.reason).toBe(error);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Change one: LeaseLostError'),
    );
  });

  it('asks one renewal at a time, and tells of a request to end the change', async () => {
    const keeper = keeperOf();
    const request = {
      requestedBy: 'user:default/ben',
      requestedAt: '2026-11-21T10:00:00.000Z',
    };
    const renew = jest.fn().mockResolvedValueOnce(request);
    renew.mockImplementation(never);
    keeper.keep({ changeId, renew }, onAbort);
    await jest.advanceTimersByTimeAsync(2 * LEASE_MS);
    expect(onAbort.mock.calls).toEqual([[request]]);
    expect(renew).toHaveBeenCalledTimes(2);
  });

  it('leaves no timer behind, even while a renewal hangs', async () => {
    const keeper = keeperOf();
    keeper.keep({ changeId, renew: never }, onAbort);
    await jest.advanceTimersByTimeAsync(HELD_MS - 1);
    keeper.end();
    expect(jest.getTimerCount()).toBe(0);
    expect(keeper.lost.aborted).toBe(false);
  });

  it('has a program that ignores being asked gone before the lease ends', async () => {
    const keeper = keeperOf();
    keeper.keep({ changeId, renew: never }, onAbort);
    const ends = Date.now() + LEASE_MS;
    const told: string[] = [];
    let word = () => {};
    const next = () =>
      new Promise<void>(resolve => {
        word = resolve;
      });
    const ready = next();
    const running = runGuarded({
      program: '/bin/sh',
      args: [
        '-c',
        'trap "echo asked" TERM; echo ready; while :; do sleep 60 & wait; done',
      ],
      env: { PATH: '/usr/bin:/bin' },
      cwd: tmpdir(),
      timeout: 600_000,
      signal: keeper.lost,
      tell: line => {
        told.push(line);
        word();
      },
    });
    const ended = running.catch(String);
    await ready;
    const asked = next();
    await jest.advanceTimersByTimeAsync(HELD_MS);
    await asked;
    await jest.advanceTimersByTimeAsync(GRACE_MS);
    // its own end, which no timer brings about
    expect(await ended).toContain("wasn't renewed");
    expect(told).toEqual(['ready', 'asked']);
    expect(Date.now()).toBeLessThan(ends);
  });
});
