import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a program and returns what it printed; its error holds stderr. */
export async function runProgram(
  program: string,
  args: string[],
): Promise<string> {
  const { stdout } = await execute(program, args, {
    timeout: 60_000,
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
}
