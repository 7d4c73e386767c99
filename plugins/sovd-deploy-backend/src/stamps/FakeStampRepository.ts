import { createHash } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { TEMPLATE_RECORD } from '@sovd/plugin-sovd-deploy-common';
import type { StampedFile } from '@sovd/plugin-sovd-deploy-common';
import { isSameStamp } from './isSameStamp';
import { keepSeededFiles } from './keepSeededFiles';
import { readTemplateRecord } from './readTemplateRecord';
import type {
  BaseStamp,
  CompareStamps,
  NewStamp,
  StampRepository,
  WrittenStamp,
} from './StampRepository';
import { toDrift } from './toDrift';
import { withStampFolders } from './withStampFolders';

/** Content in base64 by path. */
type Tree = ReadonlyMap<string, string>;

interface FakeRepository {
  head: Tree;
  /** Stamps from the first one on; none was lost. */
  stamps: { commit: string; tree: Tree }[];
  /** Commits of stamps that the default branch contains. */
  taken: Set<string>;
}

/** Stamped repositories in memory, for tests. It merges whole files. */
export class FakeStampRepository implements StampRepository {
  private readonly repositories = new Map<string, FakeRepository>();

  /** Publishes a repository with one commit. */
  publish(url: string, files: Record<string, string>): void {
    const tree = edited(new Map(), files);
    const commit = hashOf(tree);
    const taken = new Set([commit]);
    this.repositories.set(url, {
      head: tree,
      stamps: [{ commit, tree }],
      taken,
    });
  }

  /** The team changes its default branch; what is undefined is deleted. */
  edit(url: string, files: Record<string, string | undefined>): void {
    const repository = this.get(url);
    repository.head = edited(repository.head, files);
  }

  /** The newest stamp comes into the default branch, by its commit or by a squash. */
  merge(url: string, how: 'merge' | 'squash'): void {
    const repository = this.get(url);
    const [former, newest] = repository.stamps.slice(-2);
    repository.head = merged(former.tree, repository.head, newest.tree).tree;
    if (how === 'merge') repository.taken.add(newest.commit);
  }

  async readHead(url: string) {
    return hashOf(this.get(url).head);
  }

  async readCondition(url: string) {
    const { head } = this.get(url);
    const record = recordOf(head, url);
    const sums = [...head].map(([path, content]): [string, string] => [
      path,
      createHash('sha256').update(Buffer.from(content, 'base64')).digest('hex'),
    ]);
    return { record, drift: toDrift(record, new Map(sums)) };
  }

  async readStamp(url: string, open: boolean): Promise<BaseStamp> {
    const { commit, tree } = this.newest(url, open);
    return { commit, record: recordOf(tree, url), files: filesOf(tree) };
  }

  async prepare(url: string): Promise<void> {
    recordOf(this.get(url).stamps[0].tree, url);
  }

  async write(
    url: string,
    stamp: NewStamp,
    open: boolean,
    compare: CompareStamps,
  ): Promise<WrittenStamp> {
    const repository = this.get(url);
    const former = this.newest(url, open);
    const { base, files, record } = stamp;
    const tree: Tree = new Map(
      keepSeededFiles(files, filesOf(former.tree), record).map(
        ({ path, content }) => [path, content],
      ),
    );
    const same = hashOf(tree) === hashOf(former.tree);
    const told = { into: 'main', former: former.commit };
    if (same || open) {
      const present = open ? 'present' : 'unchanged';
      const state = same ? present : 'different';
      return { ...told, state, commit: former.commit, conflicts: [] };
    }
    if (former.commit !== base) {
      throw new ConflictError(
        `The proposal was made from ${base}, but ${former.commit} is newer`,
      );
    }
    const difference = await withStampFolders(
      [former.tree, tree].map(filesOf),
      ([before, after]) => compare(before, after),
    );
    const commit = hashOf(tree, former.commit);
    const kept = repository.stamps.indexOf(former) + 1;
    repository.stamps = [...repository.stamps.slice(0, kept), { commit, tree }];
    const { conflicts } = merged(former.tree, repository.head, tree);
    return { ...told, state: 'written', commit, conflicts, difference };
  }

  private newest(url: string, open: boolean) {
    const { head, stamps, taken } = this.get(url);
    const isTaken = (tree: Tree) => {
      try {
        return isSameStamp(recordOf(head, url), recordOf(tree, url));
      } catch {
        return false;
      }
    };
    const counts = [...stamps]
      .reverse()
      .find(({ commit, tree }) => open || taken.has(commit) || isTaken(tree));
    return counts ?? stamps[0];
  }

  private get(url: string): FakeRepository {
    const repository = this.repositories.get(url);
    if (repository) return repository;
    throw new NotFoundError(`There is no repository ${url}`);
  }
}

function edited(tree: Tree, files: Record<string, string | undefined>): Tree {
  const result = new Map(tree);
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) result.delete(path);
    else result.set(path, Buffer.from(text).toString('base64'));
  }
  return result;
}

function merged(base: Tree, ours: Tree, theirs: Tree) {
  const tree = new Map(ours);
  const conflicts: string[] = [];
  for (const path of new Set([...base.keys(), ...theirs.keys()])) {
    const [before, here, there] = [base, ours, theirs].map(one =>
      one.get(path),
    );
    if (there === before || there === here) continue;
    if (here !== before) conflicts.push(path);
    else if (there === undefined) tree.delete(path);
    else tree.set(path, there);
  }
  return { tree, conflicts: conflicts.sort() };
}

function filesOf(tree: Tree): StampedFile[] {
  return [...tree].map(([path, content]) => ({
    path,
    content,
    executable: false,
  }));
}

function recordOf(tree: Tree, url: string) {
  const content = tree.get(TEMPLATE_RECORD);
  if (content) {
    return readTemplateRecord(Buffer.from(content, 'base64').toString(), url);
  }
  throw new NotFoundError(`${url} has no ${TEMPLATE_RECORD}`);
}

function hashOf(tree: Tree, parent = ''): string {
  const sorted = [...tree].sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha1')
    .update(JSON.stringify([parent, sorted]))
    .digest('hex');
}
