import { setTimeout as delay } from 'node:timers/promises';
import type { Progress } from '../progress/Progress.ts';
import type { Settings } from '../settings.ts';
import { answersInTime } from './answersInTime.ts';
import { checkPorts } from './checkPorts.ts';
import type { Part } from './Part.ts';
import { PartError } from './PartError.ts';
import { PartProcess } from './PartProcess.ts';
import { inOrder } from './partOrder.ts';

const READY_TIMEOUT_MS = 90_000;
const POLL_MS = 100;

async function failure(
  part: Part,
  running: PartProcess,
  reason: string,
): Promise<PartError> {
  return new PartError(part.name, reason, {
    log: running.log,
    tail: await running.tail(),
    command: './yarnw sandbox start',
  });
}

async function waitUntilReady(
  part: Part,
  running: PartProcess,
  settings: Settings,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  let lastAnswer = 'it does not answer';
  for (;;) {
    signal?.throwIfAborted();
    if (!(await running.find())) {
      throw await failure(part, running, 'its process ended');
    }
    try {
      if (await answersInTime(part, settings)) return;
    } catch (error) {
      lastAnswer = String(error);
    }
    if (Date.now() > deadline) {
      const reason = `not ready after ${
        READY_TIMEOUT_MS / 1000
      } s (${lastAnswer})`;
      throw await failure(part, running, reason);
    }
    await delay(POLL_MS);
  }
}

async function startPart(
  part: Part,
  settings: Settings,
  signal?: AbortSignal,
): Promise<'started' | 'adopted'> {
  const running = new PartProcess(settings, part.name);
  signal?.throwIfAborted();
  try {
    await part.prepare?.(settings);
    const adopted = await running.find();
    if (!adopted) await running.launch(await part.command(settings));
    await waitUntilReady(part, running, settings, signal);
    await part.settle?.(settings);
    return adopted ? 'adopted' : 'started';
  } catch (error) {
    if (error instanceof PartError) throw error;
    throw await failure(part, running, (error as Error).message);
  }
}

export interface StartOptions {
  readonly progress: Progress;
  /** Aborted when nobody waits any longer: parts that aren't ready then are given up. */
  readonly signal?: AbortSignal;
}

export interface StartOutcome {
  /** Parts whose programs this call started; the others were running already. */
  readonly started: readonly string[];
}

/**
 * Brings all parts up, side by side as their `after` allows, and leaves those alone that run already.
 *
 * @throws Error that names each taken port, or each part that didn't come up. Parts that did come up stay up:
 * the next call adopts them.
 */
export async function startParts(
  parts: readonly Part[],
  settings: Settings,
  { progress, signal }: StartOptions,
): Promise<StartOutcome> {
  const missing: Part[] = [];
  for (const part of parts) {
    if (!(await new PartProcess(settings, part.name).find()))
      missing.push(part);
  }
  await checkPorts(missing, settings);

  const started: string[] = [];
  const runs = new Map<string, Promise<void>>();
  for (const part of inOrder(parts)) {
    const before = part.after.map(name => runs.get(name));
    const run = async () => {
      await Promise.all(before);
      const step = progress.begin(part.name);
      try {
        const outcome = await startPart(part, settings, signal);
        if (outcome === 'started') started.push(part.name);
        step.done(outcome === 'started' ? 'is up' : 'was up already');
      } catch (error) {
        step.failed();
        throw error;
      }
    };
    runs.set(part.name, run());
  }
  const ends = await Promise.allSettled(runs.values());
  const errors = new Set<Error>();
  for (const end of ends) {
    if (end.status === 'rejected') errors.add(end.reason as Error);
  }
  await checkThatAllLive(parts, settings, errors);
  return { started };
}

/** Some programs have no door to knock at and end only after a while when something is wrong with them. */
async function checkThatAllLive(
  parts: readonly Part[],
  settings: Settings,
  errors: Set<Error>,
): Promise<void> {
  if (errors.size === 0) {
    for (const part of parts) {
      const running = new PartProcess(settings, part.name);
      if (await running.find()) continue;
      errors.add(await failure(part, running, 'its process ended'));
    }
  }
  if (errors.size === 0) return;
  throw new Error([...errors].map(error => error.message).join('\n\n'));
}
