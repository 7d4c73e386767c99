import type {
  Change,
  Environment,
  Version,
} from '@sovd/plugin-sovd-deploy-common';
import {
  imageOf,
  isTerminal,
  versionOf,
} from '@sovd/plugin-sovd-deploy-common';
import type { Image } from '@sovd/plugin-sovd-deploy-common';
import pLimit from 'p-limit';
import { findTarget } from '../environments/findTarget';
import type { ChangeStore } from './ChangeStore';
import { imageRepository } from './imageReference';
import type { PlanSources } from './PlanSources';
import { commitOf } from './resolveVersion';

/** Versions that are shown; whoever wants an older one gives its tag. */
const MOST_VERSIONS = 50;
/** Requests to the registry at once. */
const ASKED_AT_ONCE = 8;
/** Changes in which the history of a version is looked for. */
const HISTORY = 200;

/** What it is made from. */
export interface VersionListOptions
  extends Pick<PlanSources, 'images' | 'releases' | 'sources' | 'targets'> {
  changes: Pick<ChangeStore, 'list'>;
}

/** The versions that an environment could run, judged before anybody plans one. */
export class VersionList {
  constructor(private readonly options: VersionListOptions) {}

  /**
   * Newest first: by version number, with the head of the default branch before all others
   * when no tag names it.
   */
  async list(
    environment: Environment,
    signal: AbortSignal,
  ): Promise<Version[]> {
    const { changes, images, releases, sources, targets } = this.options;
    const target = findTarget(targets, environment);
    const repository = imageRepository(environment, target, 'backend');
    const [tags, refs, latest, history] = await Promise.all([
      images.listTags(repository, signal),
      sources.readRefs(environment, signal),
      releases.latest(environment),
      changes.list(environment.id, HISTORY),
    ]);
    const limit = pLimit(ASKED_AT_ONCE);
    const found = await Promise.all(
      chooseTags(tags, refs.head, [...refs.tags.values()]).map(tag =>
        limit(() => images.resolve({ repository, tag }, signal)),
      ),
    );
    return found
      .filter(image => image !== undefined)
      .map(image => ({
        tag: image.tag,
        digest: image.digest,
        running: isSame(image, latest && imageOf(latest.images, 'backend')),
        ...historyOf(image, history),
        ...(!commitOf(image.tag, refs.tags) && {
          blockedReason: `The repository has no Git tag ${image.tag}, so nobody knows what it was built from`,
        }),
      }));
  }
}

function chooseTags(
  tags: readonly string[],
  head: string,
  tagged: readonly string[],
): string[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const named = tags.filter(tag => !tag.startsWith('sha-'));
  const commits = tags.filter(tag => tag.startsWith('sha-'));
  const newest = tagged.includes(head) ? [] : [`sha-${head}`];
  const ordered = [...newest, ...named.sort(compare).reverse(), ...commits];
  return [...new Set(ordered)].slice(0, MOST_VERSIONS);
}

function isSame(image: Image, running: Image | undefined): boolean {
  return image.tag === running?.tag && image.digest === running.digest;
}

/** The last that became of it here. */
function historyOf(
  { tag }: Image,
  history: readonly Change[],
): Pick<Version, 'history'> {
  const change = history.find(
    ({ kind, phase, version }) =>
      isTerminal(phase) &&
      (kind === 'upgrade' || kind === 'create') &&
      version === versionOf(tag),
  );
  const result = change?.phase;
  return change &&
    (result === 'succeeded' || result === 'failed' || result === 'aborted')
    ? {
        history: {
          result,
          changeId: change.id,
          at: change.finishedAt ?? change.createdAt,
        },
      }
    : {};
}
