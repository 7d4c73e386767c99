import { sandboxParts } from '../parts/sandboxParts.ts';
import { type StartOutcome, startParts } from '../parts/startParts.ts';
import { writePortalEnvironment } from '../portal/portalEnvironment.ts';
import { Progress } from '../progress/Progress.ts';
import type { Settings } from '../settings.ts';
import { underStateLock } from './underStateLock.ts';

/** Brings up every part that doesn't run yet, and writes down for the portal how to reach them. */
export async function startSandbox(
  settings: Settings,
  signal?: AbortSignal,
): Promise<StartOutcome> {
  return underStateLock(settings, async () => {
    process.stdout.write('Starting the sandbox\n');
    const progress = new Progress(sandboxParts.length);
    const outcome = await startParts(sandboxParts, settings, {
      progress,
      signal,
    });
    await writePortalEnvironment(settings);
    process.stdout.write(`The sandbox is up (${progress.elapsed})\n`);
    return outcome;
  });
}
