import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NotFoundError } from '@backstage/errors';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { PushRefusedError } from './PushRefusedError';
import type {
  NewProposal,
  ProposedCommit,
  SourceRepository,
  SourceTree,
} from './SourceRepository';

interface FakeCommit {
  hash: string;
  files: Record<string, string>;
}

/** Repositories in memory, for tests. */
export class FakeSourceRepository implements SourceRepository {
  private readonly repositories = new Map<string, FakeCommit[]>();
  private readonly tags = new Map<string, Map<string, string>>();
  /** Files by branch, the default branch left out. */
  private readonly branches = new Map<string, Record<string, string>>();
  private refusal: Error | undefined;
  private readonly closed = new Set<string>();

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

  /** Protects the default branch from now on. */
  refuseCommits(words: string): void {
    this.refusal = new PushRefusedError(words);
  }

  /** Refuses a branch beside the default one too. */
  refuseBranch(branch: string): void {
    this.closed.add(branch);
  }

  /** Fails every commit from now on, as a host that is away does. */
  failCommits(words: string): void {
    this.refusal = new Error(words);
  }

  /** Files of a branch beside the default one; undefined when there is none. */
  filesOfBranch(
    url: string,
    branch: string,
  ): Record<string, string> | undefined {
    return this.branches.get(`${url} ${branch}`);
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
    if (this.refusal) throw this.refusal;
    const former = this.filesOf(repositoryUrl);
    const same = Object.entries(files).every(
      ([file, content]) => former[file] === content,
    );
    return same ? undefined : this.push(repositoryUrl, files);
  }

  async propose(
    { repositoryUrl: url }: Environment,
    { branch, files, open }: NewProposal,
  ): Promise<ProposedCommit> {
    if (this.closed.has(branch)) throw new PushRefusedError('declined');
    const kept = open ? this.filesOfBranch(url, branch) : undefined;
    const former = kept ?? this.filesOf(url);
    const next = { ...former, ...files };
    const [before, after] = [former, next].map(all => JSON.stringify(all));
    if (before === after) return { into: 'main', differs: kept !== undefined };
    this.branches.set(`${url} ${branch}`, next);
    const commit = createHash('sha1').update(after).digest('hex');
    return { into: 'main', differs: true, commit };
  }

  private tagsOf(url: string): ReadonlyMap<string, string> {
    return this.tags.get(url) ?? new Map();
  }
}
