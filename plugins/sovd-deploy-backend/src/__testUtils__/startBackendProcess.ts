import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { BackendProcessOptions } from './backendProcess';

const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');

/** A backend in a process of its own, to be killed while it works. */
export function startBackendProcess(options: BackendProcessOptions) {
  const file = path.join(__dirname, 'backendProcess.ts');
  const child = spawn(
    process.execPath,
    ['--require', transform, file, JSON.stringify(options)],
    { stdio: ['ignore', 'ignore', 'pipe'] },
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
