import { readdir, readFile } from 'node:fs/promises';

/**
 * A process that can't be mistaken for a later one with the same id: the
 * kernel's start time (clock ticks since boot) and the boot go with the id.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTime: string;
}

// Positions after the program name in /proc/<pid>/stat, see proc(5).
const STATE = 0;
const GROUP = 2;
const START_TIME = 19;

async function bootId(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
}

/** Fields of /proc/<pid>/stat; undefined when no such process lives: one that only waits to be reaped doesn't. */
async function readStat(pid: number): Promise<string[] | undefined> {
  let stat: string;
  try {
    stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The name stands in parentheses and may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[STATE] === 'Z' || fields[STATE] === 'X' ? undefined : fields;
}

/** Undefined when no such process lives. */
export async function identifyProcess(
  pid: number,
): Promise<ProcessIdentity | undefined> {
  const fields = await readStat(pid);
  if (!fields) return undefined;
  return { pid, startTime: `${await bootId()}/${fields[START_TIME]}` };
}

/** Ids of all processes that the kernel knows. */
export async function allProcesses(): Promise<number[]> {
  const names = await readdir('/proc');
  return names.map(Number).filter(Number.isInteger);
}

export async function isInGroup(pid: number, leader: number): Promise<boolean> {
  return (await readStat(pid))?.[GROUP] === String(leader);
}

export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  const now = await identifyProcess(identity.pid);
  return now?.startTime === identity.startTime;
}

export function formatIdentity(identity: ProcessIdentity): string {
  return `${identity.pid} ${identity.startTime}\n`;
}

/** Undefined for text of another form, such as a file cut short by a crash. */
export function parseIdentity(text: string): ProcessIdentity | undefined {
  const match = /^(\d+) (\S+)\n$/.exec(text);
  if (!match) return undefined;
  return { pid: Number(match[1]), startTime: match[2] };
}

/** Who the file names, if that process still lives. */
export async function readLiveProcess(
  file: string,
): Promise<ProcessIdentity | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
  return findLiveProcess(text);
}

/** Whom a file's text names, if that process still lives. */
export async function findLiveProcess(
  text: string,
): Promise<ProcessIdentity | undefined> {
  const identity = parseIdentity(text);
  return identity && (await isAlive(identity)) ? identity : undefined;
}
