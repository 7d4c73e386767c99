import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { accessSync, constants as access, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CriLogWriter } from './CriLog.ts';
import { killGroup, recordProcess } from './processGroups.ts';

export interface ProcessSpec {
  command: readonly string[];
  cwd: string;
  env: Record<string, string>;
  logFile: string;
  /** Where pid and start time are kept while the process runs. */
  recordFile: string;
}

/** The command isn't in PATH: kubelet's StartError, exit code 128. */
export class StartError extends Error {}

/**
 * The guard shares the process group and waits on a pipe whose other end only the runner holds: when the runner dies, even by
 * SIGKILL, the pipe closes and the guard ends the group. Plain POSIX sh, so it works on Linux and macOS.
 */
const GUARD =
  '( read _ <&3; kill -s KILL -- -$$ ) >/dev/null 2>&1 & exec 3<&- "$@"';

function locate(command: string, path: string, cwd: string): string {
  const candidates = command.includes('/')
    ? [join(command.startsWith('/') ? '' : cwd, command)]
    : path.split(delimiter).map(folder => join(folder, command));
  for (const candidate of candidates) {
    try {
      accessSync(candidate, access.X_OK);
      return candidate;
    } catch {
      continue;
    }
  }
  throw new StartError(
    `failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "${command}": executable file not found in $PATH`,
  );
}

export class ContainerProcess {
  readonly pid: number;
  /** Exit code as a container runtime gives it: 128 + signal when killed. */
  readonly exited: Promise<number>;
  #running = true;

  constructor(spec: ProcessSpec) {
    const [name = '', ...args] = spec.command;
    const program = locate(name, spec.env.PATH ?? '', spec.cwd);
    const log = new CriLogWriter(spec.logFile);
    const child = spawn('/bin/sh', ['-c', GUARD, 'guard', program, ...args], {
      cwd: spec.cwd,
      env: spec.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const { pid } = child;
    if (pid === undefined || !child.stdout || !child.stderr)
      throw new StartError(`could not start ${program}`);
    this.pid = pid;
    recordProcess(spec.recordFile, pid);
    log.attach(child.stdout, 'stdout');
    log.attach(child.stderr, 'stderr');
    child.on('exit', () => killGroup(pid, 'SIGKILL')); // the guard, and whatever the container left behind
    this.exited = new Promise(resolve => {
      child.on('close', (code, signal) => {
        this.#running = false;
        log.close();
        rmSync(spec.recordFile, { force: true });
        resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
      });
    });
  }

  /** SIGTERM to the container's process (not to the guard), SIGKILL to all of it after the grace period. */
  async stop(graceSeconds: number): Promise<number> {
    if (!this.#running) return this.exited;
    const kill = setTimeout(
      () => killGroup(this.pid, 'SIGKILL'),
      graceSeconds * 1000,
    );
    if (graceSeconds > 0) process.kill(this.pid, 'SIGTERM');
    const code = await this.exited;
    clearTimeout(kill);
    return code;
  }
}
