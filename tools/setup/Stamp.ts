import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Remembers from which content of which files something was made, so that it isn't made again. */
export class Stamp {
  readonly #file: string;
  readonly #hash: string;

  private constructor(file: string, hash: string) {
    this.#file = file;
    this.#hash = hash;
  }

  /** @param files - relative to the root; a missing one counts as such */
  static async of(
    root: string,
    name: string,
    files: readonly string[],
  ): Promise<Stamp> {
    const hash = createHash('sha256').update(process.version);
    for (const file of files) {
      const content = await readFile(path.join(root, file)).catch(() => '');
      hash.update(`\n${file}\n${content.length}\n`).update(content);
    }
    const stamp = path.join(root, '.setup', `${name}.sha256`);
    return new Stamp(stamp, hash.digest('hex'));
  }

  async matches(): Promise<boolean> {
    const known = await readFile(this.#file, 'utf8').catch(() => '');
    return known.trim() === this.#hash;
  }

  async write(): Promise<void> {
    await mkdir(path.dirname(this.#file), { recursive: true });
    await writeFile(this.#file, `${this.#hash}\n`);
  }
}
