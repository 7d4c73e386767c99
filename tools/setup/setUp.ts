import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { BuildStep } from '../../sandbox/src/builds/BuildStep.ts';
import { Progress } from '../../sandbox/src/progress/Progress.ts';
import type { Settings } from '../../sandbox/src/settings.ts';

function logFile(settings: Settings, step: BuildStep): string {
  const name = step.title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return path.join(settings.root, '.setup', 'log', `${name}.log`);
}

/**
 * Makes what is missing: packages, programs, pages, Python environments; says nothing when nothing is.
 *
 * @throws Error with the end of the log of each step that failed. What the others made is kept.
 */
export async function setUp(
  settings: Settings,
  lanes: readonly (readonly BuildStep[])[],
): Promise<void> {
  const pending = await Promise.all(
    lanes.map(async lane => {
      const done = await Promise.all(lane.map(step => step.isDone(settings)));
      return lane.filter((_, index) => !done[index]);
    }),
  );
  const total = pending.flat().length;
  if (total === 0) return;
  process.stdout.write(`Setting up (once): ${total} steps\n`);
  const progress = new Progress(total);
  const failures: string[] = [];
  const runLane = async (lane: readonly BuildStep[]) => {
    for (const step of lane) {
      const shown = progress.begin(step.title);
      const log = logFile(settings, step);
      try {
        await rm(log, { force: true });
        await step.run(settings, log);
        shown.done();
      } catch (error) {
        shown.failed();
        failures.push(`${step.title}: ${(error as Error).message}`);
      }
    }
  };
  await Promise.all(pending.map(runLane));
  if (failures.length > 0) {
    throw new Error(`Set-up did not succeed.\n\n${failures.join('\n\n')}`);
  }
  process.stdout.write(`Set up (${progress.elapsed})\n`);
}
