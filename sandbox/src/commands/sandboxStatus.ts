import { answersInTime } from '../parts/answersInTime.ts';
import type { Part } from '../parts/Part.ts';
import { PartProcess } from '../parts/PartProcess.ts';
import { wantedParts } from '../parts/sandboxParts.ts';
import type { Settings } from '../settings.ts';

async function describe(part: Part, settings: Settings) {
  const running = await new PartProcess(settings, part.name).find();
  const ports = (part.ports ?? []).map(name => settings.ports[name]);
  const answers =
    running !== undefined &&
    (await answersInTime(part, settings).catch(() => false));
  let state = 'stopped';
  if (running) state = answers ? 'running' : 'does not answer';
  return {
    good: answers,
    columns: [part.name, state, running?.pid ?? '-', ports.join(', ') || '-'],
  };
}

/** Prints a line per part. @returns 0 when all of them run and answer, else 3 */
export async function sandboxStatus(settings: Settings): Promise<number> {
  const lines = await Promise.all(
    wantedParts(settings).map(part => describe(part, settings)),
  );
  const table = [
    ['part', 'state', 'process', 'port'],
    ...lines.map(line => line.columns),
  ];
  for (const [name, state, pid, port] of table) {
    const text = [
      String(name).padEnd(26),
      String(state).padEnd(17),
      String(pid).padEnd(10),
      port,
    ];
    process.stdout.write(`${text.join('')}\n`);
  }
  return lines.every(line => line.good) ? 0 : 3;
}
