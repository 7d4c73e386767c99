import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Folder of the running sandbox. */
export const state =
  process.env.SOVD_SANDBOX_STATE ?? path.join(root, '.sandbox');

function readVariables(): Record<string, string> {
  const text = readFileSync(path.join(state, 'portal.env'), 'utf8');
  return Object.fromEntries(
    text
      .split('\n')
      .filter(Boolean)
      .map(line => [
        line.slice(0, line.indexOf('=')),
        line.slice(line.indexOf('=') + 1),
      ]),
  );
}

/** What the sandbox tells the portal, read anew because a start may change it. */
export function sandboxVariable(name: string): string {
  const value = readVariables()[name];
  if (!value) throw new Error(`The sandbox wrote no ${name}: is it started?`);
  return value;
}
