import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

export interface RunOptions {
  readonly cwd?: string;
  /** The whole environment; this process's own when left out. */
  readonly env?: NodeJS.ProcessEnv;
  /** Text for its standard input, which is empty otherwise. */
  readonly input?: string;
  /** File to which everything that it prints is added. */
  readonly log?: string;
  readonly timeoutMs?: number;
}

/** A program that ended with something other than exit code 0. */
export class ProgramError extends Error {
  readonly output: string;

  constructor(message: string, output: string) {
    super(message);
    this.name = 'ProgramError';
    this.output = output;
  }
}

export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/**
 * Runs a program to its end and returns what it printed on standard output.
 *
 * @throws ProgramError with the last lines of its output and where the rest stands.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  if (options.log) await mkdir(path.dirname(options.log), { recursive: true });
  return new Promise((resolve, reject) => {
    const log = options.log
      ? createWriteStream(options.log, { flags: 'a', mode: 0o600 })
      : undefined;
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env,
      timeout: options.timeoutMs,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let everything = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      everything += text;
      log?.write(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      everything += text;
      log?.write(text);
    });
    // A program that doesn't read its input may close the pipe first.
    child.stdin.on('error', () => undefined).end(options.input ?? '');
    /** Not before the log is complete: whoever hears of a failure reads it. */
    const settle = (finish: () => void) => {
      if (log) log.end(finish);
      else finish();
    };
    child.on('error', error =>
      settle(() =>
        reject(new ProgramError(`${program}: ${error.message}`, '')),
      ),
    );
    child.on('close', (code, signal) => {
      if (code === 0) {
        settle(() => resolve(stdout));
        return;
      }
      const how = signal
        ? `was ended by ${signal}`
        : `failed with code ${code}`;
      const where = options.log ? `\nWhole log: ${options.log}` : '';
      const name = [path.basename(program), ...args.slice(0, 2)].join(' ');
      const tail = lastLines(everything, 15);
      const message = `"${name}" ${how}:\n${tail}${where}`;
      settle(() => reject(new ProgramError(message, everything)));
    });
  });
}
