import { setTimeout as delay } from 'node:timers/promises';

/** Waits for what has no event to wait for: half a minute at most. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + 30_000; Date.now() < end; await delay(10)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`${what} did not happen within 30 s`);
}
