import { createInterface } from 'node:readline';
import execa from 'execa';

/** A program to run, with everything it may see. */
export interface GuardedProgram {
  program: string;
  args: readonly string[];
  /** All of its environment: nothing of the portal's own is inherited. */
  env: Record<string, string>;
  cwd: string;
  /** Milliseconds after which its process group is ended. */
  timeout: number;
  signal: AbortSignal;
  /** Takes each line of standard error and standard output as it comes. */
  tell(line: string): void;
}

/** How a program ended. */
export interface GuardedResult {
  exitCode: number;
  stdout: string;
  stderr: string;
  /** It was ended because it took longer than it may. */
  timedOut: boolean;
}

/**
 * Runs the program in a process group of its own whose guard waits at a pipe that only the
 * portal holds: when the portal dies, even by SIGKILL, the pipe ends and so does the group.
 * A program that outlived the portal would go on changing a cluster that the next one changes too.
 */
const GUARD =
  // the guard outlives being asked to end, for as long as the program does
  'trap "" TERM; ( read _ <&3; kill -s KILL -- -$$ ) & trap - TERM; exec 3<&- "$@"';
/**
 * Between asking a group to end and ending it, in milliseconds. Short: a Helm that is asked
 * begins to roll back, which takes longer than anybody may wait here; what it leaves is
 * brought in order by whoever goes on.
 */
export const GRACE_MS = 2_000;

/** Runs a program to its end; rejects when the signal aborts, after the program has ended. */
export async function runGuarded(
  guarded: GuardedProgram,
): Promise<GuardedResult> {
  const { program, args, env, cwd, timeout, signal, tell } = guarded;
  signal.throwIfAborted();
  const child = execa('/bin/sh', ['-c', GUARD, 'sh', program, ...args], {
    cwd,
    env,
    extendEnv: false,
    detached: true,
    cleanup: false,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    reject: false,
    // the guard holds the outputs open until its pipe is closed below
    buffer: false,
  });
  const output = { stdout: '', stderr: '' };
  const read = (['stdout', 'stderr'] as const).map(async name => {
    const stream = child[name];
    if (!stream) return;
    for await (const line of createInterface(stream)) {
      output[name] += `${line}\n`;
      tell(line);
    }
  });
  let timedOut = false;
  let killer: NodeJS.Timeout | undefined;
  const end = () => {
    killGroup(child.pid, 'SIGTERM');
    killer ??= setTimeout(() => killGroup(child.pid, 'SIGKILL'), GRACE_MS);
  };
  const timer = setTimeout(() => {
    timedOut = true;
    end();
  }, timeout);
  signal.addEventListener('abort', end, { once: true });
  // the guard is in the group: without it the outputs would stay open
  child.once('exit', () => child.stdio[3]?.destroy());
  try {
    const { exitCode } = await child;
    // the last lines come after the end of the program that wrote them
    await Promise.all(read);
    signal.throwIfAborted();
    return { exitCode: exitCode ?? 1, ...output, timedOut };
  } finally {
    clearTimeout(timer);
    clearTimeout(killer);
    signal.removeEventListener('abort', end);
    child.stdio[3]?.destroy();
  }
}

function killGroup(pid: number | undefined, signal: 'SIGTERM' | 'SIGKILL') {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // it ended between the decision and the call
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH'))
      throw error;
  }
}
