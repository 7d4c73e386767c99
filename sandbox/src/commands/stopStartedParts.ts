import { liveParts } from '../parts/liveParts.ts';
import type { Settings } from '../settings.ts';
import { stopSandbox } from './stopSandbox.ts';

/** Ends the parts that run now and didn't run before: the others are somebody else's. */
export async function stopStartedParts(
  settings: Settings,
  before: ReadonlySet<string>,
): Promise<void> {
  const now = await liveParts(settings);
  const started = [...now].filter(name => !before.has(name));
  if (started.length > 0) await stopSandbox(settings, started);
}
