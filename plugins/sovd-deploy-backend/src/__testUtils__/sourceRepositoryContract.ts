// A contract is a suite that several test files run.
/* eslint-disable jest/no-export */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { NotFoundError } from '@backstage/errors';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { SourceRepository } from '../environments/SourceRepository';
import { PushRefusedError } from '../environments/PushRefusedError';
import { proposeEnvironment } from './testTarget';

/** A source repository under test, and a way to publish into it that isn't its own. */
export interface SourceRepositorySetup {
  sources: SourceRepository;
  /** Where it expects the repository of an application. */
  urlOf(name: string): string;
  /** @returns the new commit */
  push(name: string, files: Record<string, string>): Promise<string>;
  /** Gives a commit a name. */
  tag(name: string, tag: string, commit: string): Promise<void>;
  /** Has the host refuse every push to the default branch, and to others that are named. */
  protect(name: string, ...branches: string[]): Promise<void>;
  /** @returns undefined when the file isn't there, or the branch */
  readAt(
    name: string,
    branch: string,
    file: string,
  ): Promise<string | undefined>;
}

const RECORD = '.sovd-template.yaml';

/** What every source repository does, the fake and the real one. */
export function describeSourceRepository(
  setUp: () => Promise<SourceRepositorySetup>,
): void {
  const { signal } = new AbortController();

  async function withFleet() {
    const setup = await setUp();
    const environment: Environment = {
      ...proposeEnvironment(),
      repositoryUrl: setup.urlOf('fleet'),
    };
    return { ...setup, environment };
  }

  it('tells new, ours and foreign apart', async () => {
    const { sources, push, urlOf } = await setUp();
    await push('ours', { [RECORD]: 'application: ours\n' });
    await push('renamed', { [RECORD]: 'application: other\n' });
    await push('plain', { 'README.md': 'Hello\n' });
    await push('broken', { [RECORD]: 'application: [\n' });
    const states = await Promise.all(
      ['absent', 'ours', 'renamed', 'plain', 'broken'].map(name =>
        sources.stateOf(urlOf(name), name),
      ),
    );
    expect(states).toEqual(['new', 'ours', 'foreign', 'foreign', 'foreign']);
  });

  it('checks out the newest commit, and an older one by its hash', async () => {
    const { sources, push, environment } = await withFleet();
    const first = await push('fleet', { 'deep/file.txt': 'one' });
    const second = await push('fleet', { 'deep/file.txt': 'two' });
    for (const [ref, commit, content] of [
      [undefined, second, 'two'],
      [first, first, 'one'],
    ] as const) {
      const tree = await sources.checkOut(environment, ref, signal);
      expect(tree.commit).toBe(commit);
      const file = path.join(tree.folder, 'deep/file.txt');
      await expect(readFile(file, 'utf8')).resolves.toBe(content);
      await tree.dispose();
      await expect(readFile(file)).rejects.toThrow('ENOENT');
    }
  });

  it('says which commits its names stand for', async () => {
    const { sources, push, tag, environment } = await withFleet();
    const first = await push('fleet', { 'README.md': 'one' });
    const head = await push('fleet', { 'README.md': 'two' });
    await tag('fleet', 'v1.0.0', first);
    await tag('fleet', 'v1.1.0', head);
    const refs = await sources.readRefs(environment, signal);
    expect(refs.head).toBe(head);
    expect([...refs.tags]).toEqual([
      ['v1.0.0', first],
      ['v1.1.0', head],
    ]);
  });

  it('has no other commit than those that were pushed', async () => {
    const { sources, push, environment } = await withFleet();
    await push('fleet', { 'README.md': 'one' });
    await expect(
      sources.checkOut(environment, '0'.repeat(40), signal),
    ).rejects.toThrow(NotFoundError);
  });

  it('commits files once', async () => {
    const { sources, push, environment } = await withFleet();
    const before = await push('fleet', { 'README.md': 'Hello' });
    const files = { 'environments/staging/release.yaml': 'revision: 1\n' };
    const commit = await sources.commit(environment, files, 'Record');
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
    expect(commit).not.toBe(before);
    expect(await sources.commit(environment, files, 'Record')).toBeUndefined();

    const tree = await sources.checkOut(environment, undefined, signal);
    expect(tree.commit).toBe(commit);
    const file = path.join(tree.folder, 'environments/staging/release.yaml');
    await expect(readFile(file, 'utf8')).resolves.toBe('revision: 1\n');
    await tree.dispose();
  });

  it('says that a branch is protected', async () => {
    const { sources, push, protect, environment } = await withFleet();
    await push('fleet', { 'README.md': 'Hello' });
    await protect('fleet', 'sovd/closed');
    const files = { 'release.yaml': 'revision: 1\n' };
    const message = 'Record';
    await expect(sources.commit(environment, files, message)).rejects.toThrow(
      PushRefusedError,
    );
    const closed = { branch: 'sovd/closed', files, message, open: false };
    await expect(sources.propose(environment, closed)).rejects.toThrow(
      PushRefusedError,
    );
  });

  it('proposes files by a branch of their own, on top of what is open there', async () => {
    const { sources, push, protect, readAt, environment } = await withFleet();
    await push('fleet', { 'README.md': 'Hello' });
    await protect('fleet');
    const branch = 'sovd/record-staging';
    const propose = (files: Record<string, string>, open: boolean) =>
      sources.propose(environment, { branch, files, message: 'Record', open });
    const first = await propose({ 'answers.yaml': 'pods: 5\n' }, true);
    expect(first).toEqual({
      into: expect.stringMatching(/^(?:trunk|main)$/),
      differs: true,
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    const release = { 'release.yaml': 'revision: 2\n' };
    await propose(release, true);
    await expect(propose(release, true)).resolves.toEqual({
      into: first.into,
      differs: true,
    });
    const read = (file: string) => readAt('fleet', branch, file);
    await expect(read('answers.yaml')).resolves.toBe('pods: 5\n');
    await expect(read('release.yaml')).resolves.toBe('revision: 2\n');

    // people have decided: what the branch held is over
    await propose({ 'release.yaml': 'revision: 3\n' }, false);
    await expect(read('answers.yaml')).resolves.toBeUndefined();
    await expect(read('release.yaml')).resolves.toBe('revision: 3\n');
    await expect(propose({ 'README.md': 'Hello' }, false)).resolves.toEqual({
      into: first.into,
      differs: false,
    });
  });

  it('does nothing once its signal is aborted', async () => {
    const { sources, push, environment } = await withFleet();
    await push('fleet', { 'README.md': 'Hello' });
    const aborted = AbortSignal.abort(new Error('stopped'));
    await expect(
      sources.checkOut(environment, undefined, aborted),
    ).rejects.toThrow('stopped');
  });
}
