import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../settings.ts';

/** A folder under `tools/` whose go.mod and go.sum pin programs that are built from source. */
export interface ToolModule {
  readonly name: string;
  readonly folder: string;
  readonly goMod: string;
  readonly goSum: string;
}

export async function readToolModule(
  settings: Settings,
  name: ToolModule['name'],
): Promise<ToolModule> {
  const folder = path.join(settings.root, 'tools', name);
  const [goMod, goSum] = await Promise.all([
    readFile(path.join(folder, 'go.mod'), 'utf8'),
    readFile(path.join(folder, 'go.sum'), 'utf8'),
  ]);
  return { name, folder, goMod, goSum };
}

/** The version without its "v" that go.mod requires of a module. */
export function pinnedVersion(goMod: string, module: string): string {
  for (const line of goMod.split('\n')) {
    const [name, version] = line.replace('require', '').trim().split(' ');
    if (name === module && version?.startsWith('v')) return version.slice(1);
  }
  throw new Error(`go.mod requires no ${module}`);
}

/** One name per pin, recipe and machine kind: whatever changes a result changes the name. */
export function buildKey(module: ToolModule, recipe: unknown): string {
  const hash = createHash('sha256');
  const machine = `${process.platform}-${process.arch}`;
  hash.update(JSON.stringify([module.goMod, module.goSum, recipe, machine]));
  return hash.digest('hex').slice(0, 16);
}
