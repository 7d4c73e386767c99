import { sandboxParts } from '../parts/sandboxParts.ts';
import { stopParts } from '../parts/stopParts.ts';
import { Progress } from '../progress/Progress.ts';
import type { Settings } from '../settings.ts';
import { underStateLock } from './underStateLock.ts';

/**
 * Ends the sandbox's parts and keeps their data.
 *
 * @param names - which ones; all when left out
 */
export async function stopSandbox(
  settings: Settings,
  names?: readonly string[],
): Promise<void> {
  const parts = sandboxParts.filter(
    part => !names || names.includes(part.name),
  );
  if (parts.length === 0) return;
  await underStateLock(settings, async () => {
    process.stdout.write('Stopping the sandbox\n');
    const progress = new Progress(parts.length);
    await stopParts(parts, settings, progress);
    process.stdout.write(`Stopped (${progress.elapsed})\n`);
  });
}
