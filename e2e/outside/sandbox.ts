import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');

/** Folder of the running sandbox. */
export const state =
  process.env.SOVD_SANDBOX_STATE ?? path.join(root, '.sandbox');

function readVariables(): NodeJS.Dict<string> {
  return parseEnv(readFileSync(path.join(state, 'portal.env'), 'utf8'));
}

/** What the sandbox tells the portal, read anew because a start may change it. */
export function sandboxVariable(name: string): string {
  const value = readVariables()[name];
  if (!value) throw new Error(`The sandbox wrote no ${name}: is it started?`);
  return value;
}
