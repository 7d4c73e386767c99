import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type {
  SourceRepository,
  SourceTree,
} from '../environments/SourceRepository';
import type { ChangeWork } from './ChangeWork';
import { sourcePaths } from './sourcePaths';

/**
 * Checks out what a change is carried out with: chart, code and stack template of one
 * commit, the environment's own files of another, and over both the files that the
 * change itself brings, so that what runs is what is recorded afterwards.
 */
export async function checkOutWork(
  sources: Pick<SourceRepository, 'checkOut'>,
  environment: Environment,
  work: Pick<ChangeWork, 'commit' | 'environmentCommit' | 'files'>,
  signal: AbortSignal,
): Promise<SourceTree> {
  const { commit, environmentCommit, files } = work;
  const tree = await sources.checkOut(environment, commit, signal);
  try {
    if (environmentCommit !== commit) {
      const own = await sources.checkOut(
        environment,
        environmentCommit,
        signal,
      );
      try {
        await replaceOwnFiles(tree.folder, own.folder, environment);
      } finally {
        await own.dispose();
      }
    }
    for (const [file, content] of Object.entries(files)) {
      const target = path.join(tree.folder, file);
      if (!target.startsWith(tree.folder + path.sep)) {
        throw new InputError(`${file} isn't a path within the repository`);
      }
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    return tree;
  } catch (error) {
    await tree.dispose();
    throw error;
  }
}

/** What one commit has and the other hasn't must not stay: a removed file is a change too. */
async function replaceOwnFiles(
  folder: string,
  from: string,
  environment: Environment,
): Promise<void> {
  for (const own of sourcePaths.ownOf(environment)) {
    const target = path.join(folder, own);
    await rm(target, { recursive: true, force: true });
    await mkdir(path.dirname(target), { recursive: true });
    await cp(path.join(from, own), target, {
      recursive: true,
      // a link stays one, for whoever reads the files to refuse it
      verbatimSymlinks: true,
    }).catch(error => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}
