import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { UnreadableRevision } from '@sovd/plugin-sovd-deploy-common';
import { AlembicGraph } from './AlembicGraph';
import { readAlembicConfiguration } from './readAlembicConfiguration';
import { isRevisionFile, readAlembicRevision } from './readAlembicRevision';

/** Folder of the repository that holds the code with `alembic.ini`. */
const ROOT = 'backend';
/** Bytes; the largest revisions that people write are a tenth of it. */
const LARGEST_FILE = 1024 * 1024;
const MOST_FILES = 10_000;
// between so many files others get their turn
const FILES_AT_ONCE = 20;

/**
 * Reads the revisions of a checked-out repository; nothing of it is run.
 *
 * @param options - `folder`: the repository's files at one commit
 * @returns a graph that says itself what can't be read
 */
export async function readAlembicGraph({
  folder,
}: {
  folder: string;
}): Promise<AlembicGraph> {
  const [ini, toml] = await Promise.all([
    readText(folder, `${ROOT}/alembic.ini`),
    readText(folder, `${ROOT}/pyproject.toml`),
  ]);
  const configuration = readAlembicConfiguration(ROOT, { ini, toml });
  if (typeof configuration === 'string') {
    const file = `${ROOT}/alembic.ini`;
    return new AlembicGraph([], [{ file, reason: configuration }]);
  }
  const found: ReturnType<typeof readAlembicRevision>[] = [];
  const problems: UnreadableRevision[] = [];
  for (const start of configuration.folders) {
    const place = await placeOf(folder, start);
    if (place === 'link') {
      const reason = 'it is reached by a symbolic link';
      problems.push({ file: start, reason });
    }
    if (place !== 'folder') continue;
    const files = await listFiles(folder, start, configuration.recursive);
    for (const [index, file] of files.slice(0, MOST_FILES).entries()) {
      if (index % FILES_AT_ONCE === 0) await setImmediate();
      const text = await readText(folder, file);
      if (text !== undefined) found.push(readAlembicRevision(file, text));
      else {
        const reason = `it is no plain file of at most ${LARGEST_FILE} bytes`;
        problems.push({ file, reason });
      }
    }
    if (files.length > MOST_FILES) {
      const reason = `there are more than ${MOST_FILES} files`;
      problems.push({ file: start, reason });
    }
  }
  return new AlembicGraph(found, problems);
}

/** Alembic's order: files by name, then folders by name. */
async function listFiles(
  folder: string,
  start: string,
  recursive: boolean,
): Promise<string[]> {
  const entries = await readdir(path.join(folder, start), {
    withFileTypes: true,
  });
  const names = entries
    .filter(entry => !entry.isDirectory() && isRevisionFile(entry.name))
    .map(({ name }) => name)
    .sort(byCode);
  const files = names.map(name => `${start}/${name}`);
  if (!recursive) return files;
  const folders = entries
    .filter(entry => entry.isDirectory() && !isCache(entry.name))
    .map(({ name }) => name)
    .sort(byCode);
  for (const name of folders) {
    files.push(...(await listFiles(folder, `${start}/${name}`, true)));
  }
  return files;
}

/** The repository is somebody else's: a link could lead to any file of this machine. */
async function placeOf(
  folder: string,
  place: string,
): Promise<'folder' | 'link' | 'nothing'> {
  const parts = place.split('/');
  for (const end of parts.keys()) {
    const part = path.join(folder, ...parts.slice(0, end + 1));
    const stats = await lstat(part).catch(() => undefined);
    if (stats?.isSymbolicLink()) return 'link';
    if (!stats?.isDirectory()) return 'nothing';
  }
  return 'folder';
}

async function readText(
  folder: string,
  file: string,
): Promise<string | undefined> {
  const parent = await placeOf(folder, path.posix.dirname(file));
  if (parent !== 'folder') return undefined;
  const place = path.join(folder, file);
  const stats = await lstat(place).catch(() => undefined);
  if (!stats?.isFile() || stats.size > LARGEST_FILE) return undefined;
  return readFile(place, 'utf8');
}

function isCache(name: string): boolean {
  return name.endsWith('__pycache__');
}

/** Python sorts by code point, whatever the machine's language. */
function byCode(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
