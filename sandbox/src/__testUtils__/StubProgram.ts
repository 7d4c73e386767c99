import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A program that writes down how it was called, and prints or does what the test says. */
export class StubProgram {
  readonly file: string;

  private constructor(file: string) {
    this.file = file;
  }

  /** @param script - shell commands; `$@` are its arguments */
  static async at(file: string, script = ''): Promise<StubProgram> {
    await mkdir(path.dirname(file), { recursive: true });
    const text = [
      '#!/bin/sh',
      // words end with a unit separator, calls with a record separator
      `{ for word; do printf '%s\\037' "$word"; done; printf '\\036'; } >> '${file}.calls'`,
      script,
    ];
    await writeFile(file, `${text.join('\n')}\n`, { mode: 0o755 });
    return new StubProgram(file);
  }

  /** The arguments of each call. */
  async calls(): Promise<string[][]> {
    const text = await readFile(`${this.file}.calls`, 'utf8').catch(() => '');
    const calls = text.split('\x1e').slice(0, -1);
    return calls.map(call => call.split('\x1f').slice(0, -1));
  }
}
