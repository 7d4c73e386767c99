import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { BackendProcessOptions } from './backendProcess';
import type { SandboxBackendOptions } from './sandboxBackendProcess';

const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');

/** A backend in a process of its own, to be killed while it works. */
export type BackendProcess = ReturnType<typeof startProcess>;

/** Starts one that works on a journaled world. */
export function startBackendProcess(options: BackendProcessOptions) {
  return startProcess('backendProcess.ts', options);
}

/**
 * Starts one that works on the running sandbox.
 *
 * @param variables - of the sandbox, which it is to see otherwise
 */
export function startSandboxBackend(
  options: SandboxBackendOptions,
  variables: Record<string, string> = {},
) {
  return startProcess('sandboxBackendProcess.ts', options, variables);
}

function startProcess(
  name: string,
  options: object,
  variables: Record<string, string> = {},
) {
  const file = path.join(__dirname, name);
  const child = spawn(
    process.execPath,
    ['--require', transform, file, JSON.stringify(options)],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...variables },
    },
  );
  const words: string[] = [];
  child.stderr.on('data', data => words.push(String(data)));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return {
    pid: child.pid,
    /** What it has said of errors. */
    words: () => words.join(''),
    /** @throws Error with its last words when it has ended by itself */
    check() {
      if (child.exitCode !== null) {
        throw new Error(`The backend ended: ${words.join('')}`);
      }
    },
    /** As `kill -9` does. */
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
