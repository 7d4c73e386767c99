import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';

import {
  commitOf,
  digestOf,
  matchRepository,
  parseReference,
} from '../images/imageReference.ts';
import { GitMirrors, gitEnvironment } from '../git/GitMirrors.ts';
import type { ImageRule } from './RunnerConfig.ts';

const run = promisify(execFile);

export interface ResolvedImage {
  readonly rule: ImageRule;
  readonly gitFolder: string;
  readonly commit: string;
  /** What the container's status says it runs: repository and digest. */
  readonly imageId: string;
}

/** The image can't be had; the message has the shape of containerd's. */
export class ImagePullError extends Error {
  constructor(image: string, why: string) {
    super(`failed to pull and unpack image "${image}": ${why}`);
    this.name = 'ImagePullError';
  }
}

const lastLine = (error: unknown) => {
  const { stderr } = error as { stderr?: string };
  return String(stderr ?? error)
    .trim()
    .split('\n')
    .pop() as string;
};

/** Git's names for what a tag may stand for, in the order in which they are tried. */
export function candidates(tag: string): string[] {
  const commit = /^(?:sha-)?([0-9a-f]{7,40})$/.exec(tag)?.[1];
  return [`refs/tags/${tag}`, ...(commit ? [commit] : [])];
}

/** Answers images from Git: a tag is a Git tag or a commit, the image's files are those of one subdirectory. */
export class ImageSource {
  readonly #rules: readonly ImageRule[];
  readonly #mirrors: GitMirrors;

  constructor(rules: readonly ImageRule[], cache: string) {
    this.#rules = rules;
    this.#mirrors = new GitMirrors(cache);
  }

  /** @throws ImagePullError */
  async resolve(
    image: string,
    pullPolicy: string | undefined,
  ): Promise<ResolvedImage> {
    const { repository, tag, digest } = parseReference(image);
    for (const rule of this.#rules) {
      const words = matchRepository(rule.repository, repository);
      if (!words) continue;
      const url = rule.git.replace(
        /\{(\w+)\}/g,
        (whole, word: string) => words[word] ?? whole,
      );
      const names = digest ? [commitOf(digest) ?? digest] : candidates(tag);
      try {
        const gitFolder = await this.#mirrors.folder(url);
        // a tag may move and a fetch costs little, so tags are looked up anew
        let commit = digest
          ? await this.#mirrors.commit(gitFolder, names)
          : undefined;
        if (!commit && pullPolicy !== 'Never') {
          // a Git host that is down is no reason to fail
          const fetched = this.#mirrors.fetch(url);
          await (pullPolicy === 'Always'
            ? fetched
            : fetched.catch(() => undefined));
        }
        commit ??= await this.#mirrors.commit(gitFolder, names);
        if (!commit) break;
        const imageId = `${repository}@${digestOf(commit)}`;
        return { rule, gitFolder, commit, imageId };
      } catch (error) {
        throw new ImagePullError(image, lastLine(error));
      }
    }
    throw new ImagePullError(
      image,
      `failed to resolve reference "${image}": ${image}: not found`,
    );
  }

  /** Writes the image's files. Not `git archive`: that would leave out paths marked `export-ignore`. */
  async unpack(image: ResolvedImage, folder: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    const index = `${folder}.index`;
    const env = {
      ...gitEnvironment(),
      GIT_INDEX_FILE: index,
      GIT_WORK_TREE: folder,
    };
    const tree = `${image.commit}:${image.rule.subdirectory}`;
    const git = [`--git-dir=${image.gitFolder}`];
    try {
      await run('git', [...git, 'read-tree', tree], { env });
      const all = ['--all', '--force', `--prefix=${folder}/`];
      await run('git', [...git, 'checkout-index', ...all], { env });
    } catch (error) {
      throw new ImagePullError(tree, lastLine(error));
    } finally {
      rmSync(index, { force: true });
    }
  }
}
