import { ExistingCluster } from '../cluster/ExistingCluster.ts';
import { wantedParts } from '../parts/sandboxParts.ts';
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
    const parts = wantedParts(settings);
    const progress = new Progress(parts.length);
    const { kubeContext } = settings;
    // before anything is started for a cluster that it can't be used with
    if (kubeContext) await new ExistingCluster(settings, kubeContext).prepare();
    const outcome = await startParts(parts, settings, {
      progress,
      signal,
    });
    await writePortalEnvironment(settings);
    process.stdout.write(`The sandbox is up (${progress.elapsed})\n`);
    return outcome;
  });
}
