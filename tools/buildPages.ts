import path from 'node:path';
import { exists } from '../sandbox/src/builds/buildOnce.ts';
import { runProgram } from '../sandbox/src/processes/runProgram.ts';
import { Progress } from '../sandbox/src/progress/Progress.ts';
import type { Settings } from '../sandbox/src/settings.ts';
import { findFiles } from './setup/findFiles.ts';
import { Stamp } from './setup/Stamp.ts';

/** Plugins that run in the backend have no part in the pages. */
const notInPages = /-backend(-module-[^/]*)?\/|\.test\.|\.stories\./;

async function stamp({ root }: Settings): Promise<Stamp> {
  const files = await findFiles(root, ['packages/app', 'plugins']);
  const sources = files.filter(file => !notInPages.test(file));
  const pins = ['yarn.lock', 'app-config.yaml', 'backstage.json'];
  return Stamp.of(root, 'pages', [...pins, ...sources]);
}

/** Builds the portal's pages when their sources changed since the last time. */
export async function buildPages(settings: Settings): Promise<void> {
  const pages = path.join(settings.root, 'packages', 'app', 'dist');
  const current = await stamp(settings);
  const built = await exists(path.join(pages, 'index.html'));
  if (built && (await current.matches())) return;
  const step = new Progress(1).begin('Building the pages');
  try {
    await runProgram('yarn', ['workspace', 'app', 'build'], {
      cwd: settings.root,
      log: path.join(settings.root, '.setup', 'log', 'pages.log'),
    });
    await current.write();
    step.done();
  } catch (error) {
    step.failed();
    throw error;
  }
}
