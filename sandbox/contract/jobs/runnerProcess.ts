import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

import { jobsPart } from '../../src/jobs/jobsPart.ts';
import { PartProcess } from '../../src/parts/PartProcess.ts';
import type { Settings } from '../../src/settings.ts';
import { until } from '../RunningSandbox.ts';

interface PodProcess {
  readonly pid: number;
  readonly commandLine: string;
}

/** Every process that runs in the folder of a pod. */
function podProcesses(settings: Settings): PodProcess[] {
  const folder = path.join(settings.state, 'jobs', 'pods');
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const inside = readlinkSync(`/proc/${name}/cwd`).startsWith(folder);
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return inside
          ? [{ pid: Number(name), commandLine: words.replaceAll('\0', ' ') }]
          : [];
      } catch {
        return []; // it ended meanwhile
      }
    });
}

/** Processes of migrations. */
export function migrations(settings: Settings): number[] {
  return podProcesses(settings)
    .filter(({ commandLine }) => /-m app\.migrate/.test(commandLine))
    .filter(({ commandLine }) => !commandLine.startsWith('/bin/sh'))
    .map(({ pid }) => pid);
}

/** Processes that end a migration when the runner dies. */
export function guards(settings: Settings): number[] {
  return podProcesses(settings)
    .filter(({ commandLine }) => commandLine.startsWith('/bin/sh'))
    .map(({ pid }) => pid);
}

/** Kills the runner, which can do nothing about it. */
export async function killRunner(settings: Settings): Promise<void> {
  await new PartProcess(settings, jobsPart.name).stop('SIGKILL');
}

export async function startRunner(settings: Settings): Promise<void> {
  const process = new PartProcess(settings, jobsPart.name);
  await process.launch(await jobsPart.command(settings));
  await until('the runner’s return', () =>
    jobsPart.isReady(settings).catch(() => false),
  );
}
