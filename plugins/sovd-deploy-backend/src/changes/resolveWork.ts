import { InputError } from '@backstage/errors';
import { versionOf } from '@sovd/plugin-sovd-deploy-common';
import type {
  Environment,
  Finding,
  PlanRequest,
} from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { SourceRefs } from '../environments/SourceRepository';
import type { ImageRegistry } from '../releases/ImageRegistry';
import type { ReleaseStore } from '../releases/ReleaseStore';
import { blocker } from './blocker';
import type { ChangeWork } from './ChangeWork';
import type { CurrentRelease } from './CurrentRelease';
import { keptRestartValues, restartValues } from './restartedAt';
import { commitOf, resolveVersion, toUnknownVersion } from './resolveVersion';

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
  /** Repository of the backend's images. */
  repository: string;
  images: ImageRegistry;
  releases: Pick<ReleaseStore, 'find'>;
  /** RFC 3339 */
  plannedAt: string;
  /** Generated files with another number of pods. */
  scale(backendReplicas: number): Promise<Record<string, string>>;
  signal: AbortSignal;
}

const autoscaledSchema = z.object({
  hpa: z.object({ enabled: z.literal(true) }),
});

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
      return resolveScale(request.input.backendReplicas, sources);
    default:
      return resolveSame(sources, {
        kind: 'restart',
        values: restartValues(sources.plannedAt),
      });
  }
}

async function resolveUpgrade(
  wanted: string,
  { current, images, refs, repository, signal }: WorkSources,
): Promise<ResolvedWork | Finding> {
  const resolved = await resolveVersion(
    images,
    { repository, wanted },
    refs,
    signal,
  );
  if (!('image' in resolved)) return resolved;
  const { commit, image, version } = resolved;
  const work = workOf('upgrade', { commit, current, image, refs });
  return { work, version, findings: [] };
}

async function resolveRollback(
  revision: number,
  { current, environment, images, refs, releases, signal }: WorkSources,
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
  const { commit, image } = release;
  const now = await images.resolve(image, signal);
  if (!now) return toUnknownVersion(image.repository, image.tag);
  const work = workOf('rollback', { commit, current, image, refs });
  const moved: Finding = {
    rule: 'tag-moved',
    severity: 'warning',
    headline: `${image.tag} names another image now`,
    cause: `Revision ${revision} ran ${image.digest}; the tag was moved to ${now.digest} since. What ran is what comes back.`,
    nextSteps: [{ label: 'Look at who moved the tag' }],
  };
  return {
    work,
    version: versionOf(image.tag),
    findings: now.digest === image.digest ? [] : [moved],
  };
}

async function resolveScale(
  backendReplicas: number,
  sources: WorkSources,
): Promise<ResolvedWork | Finding> {
  if (autoscaledSchema.safeParse(sources.current.running.values).success) {
    return blocker(
      'autoscaled',
      'An autoscaler owns the number of pods',
      'hpa.enabled is true, so the chart leaves the replicas to it.',
      'Change its minimum and maximum in the values of the environment',
    );
  }
  try {
    const files = await sources.scale(backendReplicas);
    return resolveSame(sources, { kind: 'scale', files });
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
  const { image } = current;
  const commit = current.commit ?? commitOf(image.tag, refs.tags);
  if (!commit) {
    return blocker(
      'source-unknown',
      `Nobody knows what ${image.tag} was built from`,
      `${image.repository}:${image.tag} runs, but neither the portal nor Git knows its commit, which the chart comes from.`,
      'Upgrade to a version of the list first',
    );
  }
  const work = workOf(change.kind, { commit, current, image, refs });
  return {
    work: { ...work, ...change },
    version: versionOf(image.tag),
    findings: [],
  };
}

function workOf(
  kind: ChangeWork['kind'],
  {
    commit,
    current,
    image,
    refs,
  }: Pick<ChangeWork, 'commit' | 'image'> &
    Pick<WorkSources, 'current' | 'refs'>,
): ChangeWork {
  return {
    kind,
    commit,
    environmentCommit: refs.head,
    image,
    migrate: true,
    values: keptRestartValues(current.running.values),
    files: {},
  };
}
