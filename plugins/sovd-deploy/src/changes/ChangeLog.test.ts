import type { ChangeLogEntry } from '@sovd/plugin-sovd-deploy-common';
import { ChangeLog } from './ChangeLog';

const entry = (position: number): ChangeLogEntry => ({
  position,
  at: '2026-11-21T13:00:00.000Z',
  stage: 'stack',
  text: `line ${position}`,
});

/** A log that is served three lines at a time. */
function served(length: number) {
  const lines = Array.from({ length }, (_, index) => entry(index + 1));
  const getChangeLog = jest.fn(async (_: string, after = 0) => ({
    items: lines.filter(({ position }) => position > after).slice(0, 3),
  }));
  return { lines, getChangeLog };
}

describe('ChangeLog', () => {
  const { signal } = new AbortController();

  it('reads all pages, and then only what is new', async () => {
    const api = served(7);
    const log = new ChangeLog(api, 'change-1');
    const first = await log.read(signal);
    expect(first.map(({ position }) => position)).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
    expect(await log.read(signal)).toBe(first);

    api.lines.push(entry(8));
    api.getChangeLog.mockClear();
    expect((await log.read(signal)).at(-1)).toEqual(entry(8));
    expect(api.getChangeLog).toHaveBeenNthCalledWith(1, 'change-1', 7, {
      signal,
    });
  });

  it('keeps the end of a long log, and reads the rest another time', async () => {
    const log = new ChangeLog(served(500), 'change-1');
    expect(await log.read(signal)).toHaveLength(60);
    for (let look = 0; look < 10; look++) await log.read(signal);
    const entries = await log.read(signal);
    expect(entries).toHaveLength(200);
    expect(entries.at(-1)?.position).toBe(500);
  });
});
