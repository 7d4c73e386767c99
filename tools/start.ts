import { setTimeout as delay } from 'node:timers/promises';
import { startSandbox } from '../sandbox/src/commands/startSandbox.ts';
import { stopStartedParts } from '../sandbox/src/commands/stopStartedParts.ts';
import { liveParts } from '../sandbox/src/parts/liveParts.ts';
import { PortalProcess } from '../sandbox/src/portal/PortalProcess.ts';
import { isPortFree, portOwner } from '../sandbox/src/processes/portOwner.ts';
import { Progress } from '../sandbox/src/progress/Progress.ts';
import type { Settings } from '../sandbox/src/settings.ts';
import { buildPages } from './buildPages.ts';

const WATCH_MS = 1_000;

async function checkPortalPort(settings: Settings): Promise<void> {
  const { portalPort } = settings;
  if (await isPortFree(portalPort)) return;
  const owner = (await portOwner(portalPort)) ?? 'a program of another user';
  throw new Error(
    `Port ${portalPort}, which the portal needs, is taken by ${owner}. ` +
      'End that program, or choose another port: SOVD_PORTAL_PORT=<port> ./yarnw start',
  );
}

/** Both at once; when one fails, the other is waited for, so that nothing goes on behind our back. */
async function bringUp(settings: Settings, signal: AbortSignal): Promise<void> {
  const ends = await Promise.allSettled([
    startSandbox(settings, signal),
    buildPages(settings),
  ]);
  for (const end of ends) {
    if (end.status === 'rejected') throw end.reason;
  }
}

/** `./yarnw start`: sandbox and portal, until Ctrl-C, which ends all that was started here. */
export async function start(settings: Settings): Promise<number> {
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  const { signal } = interruption;

  const portal = new PortalProcess(settings);
  if (await portal.isLive()) {
    process.stdout.write(
      `The portal runs already: ${portal.url}\n` +
        'Ctrl-C where it was started ends it, or "./yarnw sandbox stop".\n',
    );
    return 0;
  }
  await checkPortalPort(settings);
  const before = await liveParts(settings);
  try {
    await bringUp(settings, signal);
    signal.throwIfAborted();
    const step = new Progress(1).begin('The portal');
    await portal.launch();
    try {
      await portal.untilReady(signal);
      step.done('is up');
    } catch (error) {
      step.failed();
      throw error;
    }
    process.stdout.write(
      `\nThe portal's log: ${portal.log}\nCtrl-C ends it.\n\n    ${portal.url}\n\n`,
    );
    while (!signal.aborted) {
      if (!(await portal.isLive())) throw await portal.failure('it ended');
      await delay(WATCH_MS, undefined, { signal }).catch(() => undefined);
    }
    return 0;
  } catch (error) {
    if (!signal.aborted) throw error;
    return 130;
  } finally {
    if (await portal.stop()) process.stdout.write('The portal has ended\n');
    await stopStartedParts(settings, before);
  }
}
