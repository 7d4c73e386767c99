import { spawn, type ChildProcess } from 'node:child_process';

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
    let child: ChildProcess | undefined = undefined;
    const wait = () => undefined;
    const pass = () => child?.kill('SIGTERM');
    // before the program can run: a signal in between would end this process alone
    process.on('SIGINT', wait);
    process.on('SIGTERM', pass);
    child = spawn(program, args, { ...options, stdio: 'inherit' });
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
