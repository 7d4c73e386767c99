import { spawn } from 'node:child_process';

/**
 * Runs a program on this terminal and returns its exit code.
 *
 * Ctrl-C reaches it by itself, as part of the terminal's foreground; this process waits for it to end.
 */
export function runInForeground(
  program: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: 'inherit' });
    const wait = () => undefined;
    const pass = () => child.kill('SIGTERM');
    process.on('SIGINT', wait);
    process.on('SIGTERM', pass);
    const release = () => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', pass);
    };
    child.on('error', error => {
      release();
      reject(error);
    });
    child.on('close', (code, signal) => {
      release();
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}
