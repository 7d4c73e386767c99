import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readSettings } from '../src/settings.ts';

/** The sandbox that these tests run against: it must be up. */
export const settings = readSettings(
  path.resolve(import.meta.dirname, '..', '..'),
);

/** Names of what a test makes differ from run to run. */
export function uniqueName(prefix: string): string {
  return `${prefix}-${Date.now().toString(36)}`;
}

/** Asks again until the answer is something other than undefined, for the given time at most. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  timeoutMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) {
      throw new Error(`After ${timeoutMs / 1000} s still not: ${what}`);
    }
    await delay(200);
  }
}
