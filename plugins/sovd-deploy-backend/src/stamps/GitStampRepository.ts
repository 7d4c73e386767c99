import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { TEMPLATE_RECORD } from '@sovd/plugin-sovd-deploy-common';
import type { TemplateRecord } from '@sovd/plugin-sovd-deploy-common';
import type { Git } from '../environments/Git';
import { GitHistory } from './GitHistory';
import { isSameStamp } from './isSameStamp';
import { keepSeededFiles } from './keepSeededFiles';
import { readTemplateRecord } from './readTemplateRecord';
import { BASE_BRANCH } from './StampRepository';
import type {
  BaseStamp,
  CompareStamps,
  NewStamp,
  StampCondition,
  StampRepository,
  WrittenStamp,
} from './StampRepository';
import { toDrift } from './toDrift';
import { toHostError } from './toHostError';
import type { RemoteHeads } from './toRemoteHeads';

/** Stamped repositories of any host that speaks git's protocol over HTTP. */
export class GitStampRepository implements StampRepository {
  constructor(private readonly git: Git) {}

  readHead(url: string): Promise<string> {
    return this.use(url, async history => (await history.readHeads()).head);
  }

  readCondition(url: string, commit: string): Promise<StampCondition> {
    return this.use(url, async history => {
      await history.fetch([commit], 1);
      const record = await needRecord(history, commit, url);
      // Only what Git lists is read, whatever paths the record names.
      const { files } = await history.checkOut(commit);
      const sums = await Promise.all(
        files
          .filter(({ path }) => record.files[path])
          .map(async ({ path, place }): Promise<[string, string]> => {
            const sum = createHash('sha256').update(await readFile(place));
            return [path, sum.digest('hex')];
          }),
      );
      return { record, drift: toDrift(record, new Map(sums)) };
    });
  }

  readStamp(url: string, open: boolean): Promise<BaseStamp> {
    return this.use(url, async history => {
      const heads = await fetchAll(history);
      const commit = await findStamp(history, heads, open, url);
      const record = await needRecord(history, commit, url);
      return { commit, record, files: await history.readFiles(commit) };
    });
  }

  async prepare(url: string): Promise<void> {
    await this.use(url, async history => {
      const heads = await history.readHeads(BASE_BRANCH);
      if (heads.branches.has(BASE_BRANCH)) return;
      await history.fetch([heads.head]);
      const to = await history.firstOf(heads.head);
      await needRecord(history, to, url);
      await history.push([{ branch: BASE_BRANCH, from: '', to }]);
    });
  }

  write(
    url: string,
    stamp: NewStamp,
    open: boolean,
    compare: CompareStamps,
  ): Promise<WrittenStamp> {
    return this.use(url, async history => {
      const { base, branch, message, record } = stamp;
      const heads = await fetchAll(history, branch);
      const { head, defaultBranch: into, branches } = heads;
      const former = await findStamp(history, heads, open, url);
      const files = keepSeededFiles(
        stamp.files,
        await history.readFiles(former),
        record,
      );
      const tree = await history.writeTree(files);
      const same = tree === (await history.treeOf(former));
      if (same || open) {
        const tip = (open && branches.get(branch)) || former;
        const { conflicts } = await history.merge(head, tip);
        const present = open ? 'present' : 'unchanged';
        const state = same ? present : 'different';
        return { state, into, former, commit: former, conflicts };
      }
      if (former !== base) {
        throw new ConflictError(
          `The proposal was made from the stamp ${base}, but ${former} of ${url} is newer; run it again`,
        );
      }
      const commit = await history.commit(tree, [former], message);
      const tip = await tipOf(history, head, former, commit);
      const { conflicts } = await history.merge(head, tip);
      const [before, after] = [
        await history.checkOut(former),
        await history.checkOut(commit),
      ];
      const difference = await compare(before.folder, after.folder);
      await history.push([
        {
          branch: BASE_BRANCH,
          from: branches.get(BASE_BRANCH) ?? '',
          to: commit,
        },
        { branch, from: branches.get(branch) ?? '', to: tip },
      ]);
      return { state: 'written', into, former, commit, conflicts, difference };
    });
  }

  private async use<T>(
    url: string,
    act: (history: GitHistory) => Promise<T>,
  ): Promise<T> {
    try {
      return await GitHistory.use(this.git, url, act);
    } catch (error) {
      throw toHostError(error, url);
    }
  }
}

/** The whole history, for a merge base may be anywhere in it. */
async function fetchAll(history: GitHistory, ...branches: string[]) {
  const heads = await history.readHeads(BASE_BRANCH, ...branches);
  await history.fetch([...new Set([heads.head, ...heads.branches.values()])]);
  return heads;
}

/** The stamp that counts, as `StampRepository.readStamp` says. */
async function findStamp(
  history: GitHistory,
  { head, branches }: RemoteHeads,
  open: boolean,
  url: string,
): Promise<string> {
  const base = branches.get(BASE_BRANCH);
  if (base && open) return base;
  const taken = await recordAt(history, head, url).catch(() => undefined);
  for (const commit of base ? await history.firstParentsOf(base) : []) {
    if (await history.contains(head, commit)) return commit;
    // A squash has taken a stamp without its commit; its record is all that tells.
    const record = taken && (await recordAt(history, commit, url));
    if (record && isSameStamp(taken, record)) return commit;
  }
  return history.firstOf(head);
}

/**
 * Commit that the pull request offers. When the stamp before came in by a squash, Git would
 * take its changes for two separate ones and find conflicts where there are none; then the
 * offer tells Git by a merge that keeps the default branch's files that they are the same.
 * If people have to decide all the same, they get the stamp alone.
 */
async function tipOf(
  history: GitHistory,
  head: string,
  former: string,
  commit: string,
): Promise<string> {
  if (await history.contains(head, former)) return commit;
  const note = `Note that ${former.slice(0, 7)} was squashed into this branch`;
  const noted = await history.commit(
    await history.treeOf(head),
    [head, former],
    note,
  );
  const { tree, conflicts } = await history.merge(noted, commit);
  if (conflicts.length > 0) return commit;
  return history.commit(tree, [noted, commit], 'Merge the new stamp');
}

async function recordAt(
  history: GitHistory,
  commit: string,
  url: string,
): Promise<TemplateRecord | undefined> {
  const text = await history.textAt(commit, TEMPLATE_RECORD);
  return text === undefined ? undefined : readTemplateRecord(text, url);
}

async function needRecord(history: GitHistory, commit: string, url: string) {
  const record = await recordAt(history, commit, url);
  if (record) return record;
  throw new NotFoundError(
    `Commit ${commit} of ${url} has no ${TEMPLATE_RECORD}, so no template is known to have stamped it; bring the file back, or stamp the application anew`,
  );
}
