import { setTimeout as delay } from 'node:timers/promises';
import type { Settings } from '../settings.ts';
import type { Part } from './Part.ts';

const LIMIT_MS = 5_000;

/**
 * Whether the part is ready. One that takes the question and says nothing isn't: `fetch` alone would wait for
 * minutes, deaf to time limits and interruptions.
 *
 * @throws what `isReady` rejects with
 */
export async function answersInTime(
  part: Pick<Part, 'isReady'>,
  settings: Settings,
  limitMs = LIMIT_MS,
): Promise<boolean> {
  const silence = new AbortController();
  try {
    return await Promise.race([
      part.isReady(settings),
      delay(limitMs, false, { signal: silence.signal }),
    ]);
  } finally {
    silence.abort();
  }
}
