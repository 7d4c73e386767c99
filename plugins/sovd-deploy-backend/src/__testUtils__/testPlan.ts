import type { Plan } from '@sovd/plugin-sovd-deploy-common';
import type { ChangeWork } from '../changes/ChangeWork';
import type { PlannedChange } from '../changes/Planner';
import type { PlanFingerprints } from '../changes/planSections';
import { planSections } from '../changes/planSections';
import { plannedWork } from './testChange';

/** An upgrade as it was planned, for tests. */
export function plannedChange(
  plan: Partial<Plan> = {},
  work: ChangeWork = plannedWork(),
): PlannedChange {
  const [{ component, ...to }] = work.images;
  const from = { ...to, tag: 'v1.0.0' };
  return {
    plan: {
      digest: `sha256:${'d'.repeat(64)}`,
      environmentRef: 'resource:default/fleet-staging',
      request: { kind: 'upgrade', input: { version: to.tag } },
      commit: work.commit,
      fromVersion: 'v1.0.0',
      toVersion: to.tag,
      images: [{ component, from, to }],
      values: [{ path: 'image.tag', from: 'v1.0.0', to: to.tag }],
      objects: [],
      unchangedObjects: 7,
      database: {
        current: ['0001'],
        heads: ['0001'],
        pending: [],
        unreadable: [],
      },
      infrastructure: [],
      wayBack: { verdict: 'plain', reason: 'No revision is pending' },
      findings: [],
      createdAt: '2026-11-21T10:00:00.000Z',
      expiresAt: '2026-11-21T10:30:00.000Z',
      ...plan,
    },
    work,
    fingerprints: Object.fromEntries(
      planSections.map(section => [section, `${section} as it is`]),
    ) as PlanFingerprints,
  };
}
