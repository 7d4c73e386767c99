import type { Progress } from '../progress/Progress.ts';
import type { Settings } from '../settings.ts';
import type { Part } from './Part.ts';
import { PartProcess } from './PartProcess.ts';
import { inOrder } from './partOrder.ts';

/** Ends the parts side by side, each only after those that depend on it. Returns the names of those that ran. */
export async function stopParts(
  parts: readonly Part[],
  settings: Settings,
  progress: Progress,
): Promise<string[]> {
  const ended: string[] = [];
  const runs = new Map<string, Promise<void>>();
  for (const part of stopOrder(parts)) {
    const clients = parts
      .filter(other => other.after.includes(part.name))
      .map(other => runs.get(other.name));
    const run = async () => {
      await Promise.all(clients);
      const running = new PartProcess(settings, part.name);
      const step = progress.begin(part.name);
      const wasRunning = await running.stop(part.stopSignal);
      if (wasRunning) ended.push(part.name);
      step.done(wasRunning ? 'has ended' : 'was not running');
    };
    runs.set(part.name, run());
  }
  await Promise.all(runs.values());
  return ended;
}

/** Clients first. The list may be a selection: what isn't in it is left alone. */
function stopOrder(parts: readonly Part[]): Part[] {
  const names = new Set(parts.map(part => part.name));
  const selected = parts.map(part => ({
    part,
    order: { ...part, after: part.after.filter(name => names.has(name)) },
  }));
  return inOrder(selected.map(({ order }) => order))
    .reverse()
    .map(({ name }) => selected.find(({ part }) => part.name === name)!.part);
}
