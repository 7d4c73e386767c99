import { InputError } from '@backstage/errors';
import {
  imageComponentOf,
  imageOf,
  tagOf,
  versionOf,
} from '@sovd/plugin-sovd-deploy-common';
import type {
  ComponentImage,
  Environment,
  Finding,
  PlanRequest,
} from '@sovd/plugin-sovd-deploy-common';
import type { SourceRefs } from '../environments/SourceRepository';
import type { ImageRegistry } from '../releases/ImageRegistry';
import type { ReleaseStore } from '../releases/ReleaseStore';
import { blocker } from './blocker';
import type { ChangeWork } from './ChangeWork';
import { findImages } from './componentImages';
import type { ComponentRepository } from './componentImages';
import type { CurrentRelease } from './CurrentRelease';
import { keptRestartValues, restartValues } from './restartedAt';
import { commitOf, resolveVersion, toUnknownVersion } from './resolveVersion';
import type { ScaleBounds } from './scaledAnswers';

/** What a request comes to, before anybody looked at what it would change. */
export interface ResolvedWork {
  work: ChangeWork;
  /** What people call the side that comes. */
  version: string;
  findings: Finding[];
}

/** What requests are resolved with. */
export interface WorkSources {
  environment: Environment;
  current: CurrentRelease;
  refs: SourceRefs;
  /** Where the images of each component stand. */
  repositories: readonly ComponentRepository[];
  images: ImageRegistry;
  releases: Pick<ReleaseStore, 'find'>;
  /** RFC 3339 */
  plannedAt: string;
  /** Generated files with other bounds of the autoscaler. */
  scale(bounds: ScaleBounds): Promise<Record<string, string>>;
  signal: AbortSignal;
}

/** @returns the finding that refuses the request when it comes to nothing */
export async function resolveWork(
  request: PlanRequest,
  sources: WorkSources,
): Promise<ResolvedWork | Finding> {
  switch (request.kind) {
    case 'upgrade':
      return resolveUpgrade(request.input.version, sources);
    case 'rollback':
      return resolveRollback(request.input.revision, sources);
    case 'scale':
      return resolveScale(request.input, sources);
    default:
      return resolveSame(sources, {
        kind: 'restart',
        values: restartValues(sources.plannedAt),
      });
  }
}

async function resolveUpgrade(
  wanted: string,
  { current, images: registry, refs, repositories, signal }: WorkSources,
): Promise<ResolvedWork | Finding> {
  const resolved = await resolveVersion(
    registry,
    { repositories, wanted },
    refs,
    signal,
  );
  if (!('images' in resolved)) return resolved;
  const { commit, images, version } = resolved;
  const work = workOf('upgrade', { commit, current, images, refs });
  return { work, version, findings: [] };
}

async function resolveRollback(
  revision: number,
  {
    current,
    environment,
    images: registry,
    refs,
    releases,
    signal,
  }: WorkSources,
): Promise<ResolvedWork | Finding> {
  const release = await releases.find(environment, revision);
  if (!release) {
    return blocker(
      'revision-unknown',
      `There is no revision ${revision} to go back to`,
      `The portal has deployed no revision ${revision} of ${environment.releaseName}.`,
      'Choose a revision of the history',
    );
  }
  const { commit, images } = release;
  const tag = tagOf(images);
  const now = await findImages(registry, images, tag, signal);
  if (now.missing.length > 0) return toUnknownVersion(now.missing, tag);
  return {
    work: workOf('rollback', { commit, current, images, refs }),
    version: versionOf(tag),
    findings: images.flatMap(image => judgeTag(revision, image, now.images)),
  };
}

/** What ran is told apart from what its tag names now. */
function judgeTag(
  revision: number,
  { component, digest, repository, tag }: ComponentImage,
  now: readonly ComponentImage[],
): Finding[] {
  // the connector runs the backend's image, which is judged already
  if (component !== imageComponentOf(component)) return [];
  const named = imageOf(now, component)?.digest;
  if (!named || named === digest) return [];
  return [
    {
      rule: 'tag-moved',
      severity: 'warning',
      headline: `${tag} of ${component} names another image now`,
      cause: `Revision ${revision} ran ${digest} of ${repository}; the tag was moved to ${named} since. What ran is what comes back.`,
      nextSteps: [{ label: 'Look at who moved the tag' }],
    },
  ];
}

async function resolveScale(
  bounds: ScaleBounds,
  sources: WorkSources,
): Promise<ResolvedWork | Finding> {
  try {
    const files = await sources.scale(bounds);
    return resolveSame(sources, { kind: 'scale', files, bounds });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return blocker(
      'scale-refused',
      'The number of pods has no place in the repository',
      error.message,
      'Write the number into the file, then plan again',
    );
  }
}

/** The same version as now, with something else about it. */
function resolveSame(
  { current, refs }: WorkSources,
  change: Pick<ChangeWork, 'kind'> & Partial<ChangeWork>,
): ResolvedWork | Finding {
  const { images } = current;
  const tag = tagOf(images);
  const commit = current.commit ?? commitOf(tag, refs.tags);
  if (!commit) {
    return blocker(
      'source-unknown',
      `Nobody knows what ${tag} was built from`,
      `${tag} runs, but neither the portal nor Git knows its commit, which the chart comes from.`,
      'Upgrade to a version of the list first',
    );
  }
  const work = workOf(change.kind, { commit, current, images, refs });
  return {
    work: { ...work, ...change },
    version: versionOf(tag),
    findings: [],
  };
}

function workOf(
  kind: ChangeWork['kind'],
  {
    commit,
    current,
    images,
    refs,
  }: Pick<ChangeWork, 'commit' | 'images'> &
    Pick<WorkSources, 'current' | 'refs'>,
): ChangeWork {
  return {
    kind,
    commit,
    environmentCommit: refs.head,
    images,
    migrate: true,
    values: keptRestartValues(current.running.values),
    files: {},
  };
}
