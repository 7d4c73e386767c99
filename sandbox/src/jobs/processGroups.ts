import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Identity of a process beyond its pid, so that a reused pid is never killed: its start time in clock ticks, see proc(5). */
function startTimeOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20];
  } catch {
    return undefined;
  }
}

/** Signals all processes of the group; one that is gone is fine. */
export function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Writes down which process a pod has, for a runner that comes after this one. */
export function recordProcess(file: string, pid: number): void {
  const record = JSON.stringify({ pid, startTime: startTimeOf(pid) });
  writeFileSync(file, record, { mode: 0o600 });
}

/** Ends the process group that an earlier runner left behind, if it still is that one. */
export function endOrphan(file: string): boolean {
  if (!existsSync(file)) return false;
  const { pid, startTime } = JSON.parse(readFileSync(file, 'utf8')) as {
    pid: number;
    startTime?: string;
  };
  const alive = startTime !== undefined && startTimeOf(pid) === startTime;
  if (alive) killGroup(pid, 'SIGKILL');
  rmSync(file, { force: true });
  return alive;
}
