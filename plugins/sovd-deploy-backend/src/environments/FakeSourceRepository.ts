import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NotFoundError } from '@backstage/errors';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { SourceRepository, SourceTree } from './SourceRepository';

interface FakeCommit {
  hash: string;
  files: Record<string, string>;
}

/** Repositories in memory, for tests. */
export class FakeSourceRepository implements SourceRepository {
  private readonly repositories = new Map<string, FakeCommit[]>();
  private readonly tags = new Map<string, Map<string, string>>();
  private refusal: string | undefined;

  /** Publishes a repository with one commit, or adds a commit to it. */
  push(url: string, files: Record<string, string>): string {
    const commits = this.repositories.get(url) ?? [];
    const all = { ...commits.at(-1)?.files, ...files };
    const hash = createHash('sha1')
      .update(JSON.stringify([url, commits.length, all]))
      .digest('hex');
    this.repositories.set(url, [...commits, { hash, files: all }]);
    return hash;
  }

  /** Gives a commit a name. */
  tag(url: string, name: string, commit: string): void {
    this.tags.set(url, new Map([...this.tagsOf(url), [name, commit]]));
  }

  /** Refuses every commit from now on, as a protected branch does. */
  refuseCommits(words: string): void {
    this.refusal = words;
  }

  /** Files of the newest commit. */
  filesOf(url: string): Record<string, string> {
    return this.repositories.get(url)?.at(-1)?.files ?? {};
  }

  async stateOf(url: string, name: string) {
    if (!this.repositories.has(url)) return 'new';
    const record = this.filesOf(url)['.sovd-template.yaml'];
    return record?.includes(`application: ${name}\n`) ? 'ours' : 'foreign';
  }

  async readRefs({ repositoryUrl }: Environment, signal: AbortSignal) {
    signal.throwIfAborted();
    const head = this.repositories.get(repositoryUrl)?.at(-1)?.hash;
    if (!head) throw new NotFoundError(`${repositoryUrl} has no commit`);
    return { head, tags: this.tagsOf(repositoryUrl) };
  }

  async checkOut(
    { repositoryUrl }: Environment,
    ref: string | undefined,
    signal: AbortSignal,
  ): Promise<SourceTree> {
    signal.throwIfAborted();
    const commits = this.repositories.get(repositoryUrl) ?? [];
    const commit = ref
      ? commits.find(({ hash }) => hash === ref)
      : commits.at(-1);
    if (!commit) {
      throw new NotFoundError(`${repositoryUrl} has no ${ref ?? 'commit'}`);
    }
    const folder = await mkdtemp(path.join(tmpdir(), 'sovd-fake-source-'));
    for (const [file, content] of Object.entries(commit.files)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), content);
    }
    const dispose = () => rm(folder, { recursive: true, force: true });
    return { commit: commit.hash, folder, dispose };
  }

  async commit({ repositoryUrl }: Environment, files: Record<string, string>) {
    if (this.refusal) throw new Error(this.refusal);
    const former = this.filesOf(repositoryUrl);
    const same = Object.entries(files).every(
      ([file, content]) => former[file] === content,
    );
    return same ? undefined : this.push(repositoryUrl, files);
  }

  private tagsOf(url: string): ReadonlyMap<string, string> {
    return this.tags.get(url) ?? new Map();
  }
}
