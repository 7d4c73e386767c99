import { sandboxParts } from '../parts/sandboxParts.ts';
import { stopParts } from '../parts/stopParts.ts';
import { PortalProcess } from '../portal/PortalProcess.ts';
import { Progress } from '../progress/Progress.ts';
import type { Settings } from '../settings.ts';
import { underStateLock } from './underStateLock.ts';

/**
 * Ends the sandbox's parts, and the portal when all of them end; keeps their data.
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
    // The portal is everybody's client.
    if (!names) await new PortalProcess(settings).stop();
    await stopParts(parts, settings, progress);
    process.stdout.write(`Stopped (${progress.elapsed})\n`);
  });
}
