import type { JsonObject } from '@backstage/types';
import { imageOf, tagOf, versionOf } from '@sovd/plugin-sovd-deploy-common';
import type {
  Environment,
  Finding,
  ImageChange,
  MoneyPlan,
  PlanRequest,
  ResourceChange,
} from '@sovd/plugin-sovd-deploy-common';
import { DateTime } from 'luxon';
import { isImageValue } from '../releases/imageValues';
import type { RenderedRelease } from '../releases/ReleaseRenderer';
import type { CurrentRelease } from './CurrentRelease';
import { withoutScaledPods } from './autoscaled';
import { diffFields } from './diffFields';
import { diffObjects } from './diffObjects';
import { normalizeObject } from './normalizeObject';
import type { DatabaseOutlook } from './planDatabase';
import type { PlannedChange } from './Planner';
import type { StackSource } from './readStackSource';
import type { ResolvedWork } from './resolveWork';
import { toPlanDigest } from './toPlanDigest';

/** How long a plan can be applied. */
const LIFE = { minutes: 30 };

/** Everything that was found out about a change. */
export interface PlanParts {
  environment: Environment;
  request: PlanRequest;
  current: CurrentRelease;
  resolved: Pick<ResolvedWork, 'work' | 'version'>;
  /** What comes; what runs when the chart refused it, since then nothing changes. */
  rendered: RenderedRelease;
  outlook: Pick<DatabaseOutlook, 'database' | 'wayBack'>;
  infrastructure: Partial<StackSource> & { changes: ResourceChange[] };
  bootstrap: readonly JsonObject[];
  /** Undefined when a price isn't known. */
  money: MoneyPlan | undefined;
  findings: Finding[];
  /** RFC 3339 */
  plannedAt: string;
}

/** Puts a plan together; the same parts give the same digest. */
export function toPlannedChange(parts: PlanParts): PlannedChange {
  const { current, environment, outlook, rendered, request, resolved } = parts;
  const { bootstrap, infrastructure, money, plannedAt } = parts;
  const { work, version } = resolved;
  const objects = {
    from: normalizeAll(current.running, environment),
    to: normalizeAll(rendered, environment),
  };
  const values = { from: current.running.values, to: rendered.values };
  const images = toImageChanges(parts);
  const differences = diffObjects(objects.from, objects.to);
  const { digest, fingerprints } = toPlanDigest({
    source: {
      environmentRef: environment.entityRef,
      request,
      commit: work.commit,
      migrate: work.migrate,
    },
    images,
    values,
    objects,
    database: { ...outlook.database, wayBack: outlook.wayBack },
    infrastructure,
    bootstrap,
    files: work.files,
  });
  return {
    plan: {
      digest,
      environmentRef: environment.entityRef,
      request,
      commit: work.commit,
      fromVersion: versionOf(tagOf(current.images)),
      toVersion: version,
      images,
      // images have a section of their own
      values: diffFields(values.from, values.to).filter(
        ({ path }) => !isImageValue(path),
      ),
      objects: differences.changes,
      unchangedObjects: differences.unchanged,
      database: outlook.database,
      infrastructure: infrastructure.changes,
      ...(money && { money }),
      wayBack: outlook.wayBack,
      findings: parts.findings,
      createdAt: plannedAt,
      expiresAt: DateTime.fromISO(plannedAt, { zone: 'utc' })
        .plus(LIFE)
        .toJSDate()
        .toISOString(),
    },
    work,
    fingerprints,
  };
}

/** Whether a plan would leave everything as it is. */
export function changesNothing({ plan }: Pick<PlannedChange, 'plan'>): boolean {
  return (
    plan.images.length === 0 &&
    plan.values.length === 0 &&
    plan.objects.length === 0 &&
    plan.infrastructure.length === 0 &&
    plan.database.pending.length === 0
  );
}

function toImageChanges({ current, resolved }: PlanParts): ImageChange[] {
  return resolved.work.images.flatMap(({ component, ...to }) => {
    const former = imageOf(current.images, component);
    if (former?.digest === to.digest && former.tag === to.tag) return [];
    if (!former) return [{ component, to }];
    const { component: _component, ...from } = former;
    return [{ component, from, to }];
  });
}

function normalizeAll(
  { objects }: RenderedRelease,
  { namespace }: Environment,
) {
  return withoutScaledPods(objects).map(object =>
    normalizeObject(object, namespace),
  );
}
