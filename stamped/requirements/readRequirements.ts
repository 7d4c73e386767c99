import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { Requirement } from './Requirement.ts';

/** All entries of the ledgers `*.yaml` beside this file, by id. */
export async function readRequirements(): Promise<Requirement[]> {
  const names = await readdir(import.meta.dirname);
  const ledgers = await Promise.all(
    names
      .filter(name => name.endsWith('.yaml'))
      .map(async name => {
        const file = path.join(import.meta.dirname, name);
        return (parse(await readFile(file, 'utf8')) ?? []) as Requirement[];
      }),
  );
  return ledgers.flat().sort((a, b) => a.id.localeCompare(b.id));
}
