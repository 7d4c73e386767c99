import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a program and returns what it printed; its error holds what went wrong. */
export async function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const { stdout } = await execute(program, [...args], {
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
  return stdout;
}

/** The same, and how long it took. */
export async function timed(
  program: string,
  args: readonly string[],
): Promise<number> {
  const began = performance.now();
  await run(program, args);
  return performance.now() - began;
}
