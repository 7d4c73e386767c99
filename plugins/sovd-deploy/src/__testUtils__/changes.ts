import { stageNames } from '@sovd/plugin-sovd-deploy-common';
import type {
  Change,
  ChangeLogEntry,
  Stage,
  StageName,
} from '@sovd/plugin-sovd-deploy-common';
import { ago } from './moments';

const done: Record<StageName, string> = {
  stack: 'Stack diagnostics-staging is there, 9 resources.',
  bootstrap: 'Namespace, service account and secret are there.',
  release: 'Revision 1 is deployed, database at head.',
  verify: '3 of 3 pods run sha-1f0c2ab for 10 s.',
  record: 'Written to environments/staging/release.yaml.',
};

function stagesUntil(
  name: StageName,
  phase: Stage['phase'],
  summary: string,
): Stage[] {
  const end = stageNames.indexOf(name);
  return stageNames.map((stage, index) => {
    const startedAt = ago(150 - index * 40);
    const finishedAt = ago(112 - index * 40);
    if (index < end) {
      const succeeded = { phase: 'succeeded' as const, summary: done[stage] };
      return { name: stage, ...succeeded, startedAt, finishedAt };
    }
    if (index > end) return { name: stage, phase: 'pending' };
    return { name: stage, phase, startedAt, summary };
  });
}

export const runningChange: Change = {
  id: 'change-1',
  environmentRef: 'resource:default/diagnostics-staging',
  kind: 'create',
  phase: 'running',
  stages: stagesUntil(
    'release',
    'running',
    'Helm installs revision 1: the migration Job is done, 1 of 3 pods is ready.',
  ),
  requestedBy: 'user:default/mira.lang',
  reason: 'First environment of the workshop team',
  version: 'sha-1f0c2ab',
  createdAt: ago(152),
};

/** It goes on when people have merged. */
export const waitingChange: Change = {
  ...runningChange,
  version: undefined,
  stages: stagesUntil(
    'stack',
    'running',
    'Waiting until the pull request that adds diagnostics-staging is merged: http://localhost:15930/sovd/diagnostics/pulls/7',
  ),
};

export const plannedChange: Change = {
  ...runningChange,
  phase: 'planned',
  version: undefined,
  stages: stageNames.map(name => ({ name, phase: 'pending' })),
};

export const succeededChange: Change = {
  ...runningChange,
  phase: 'succeeded',
  stages: stagesUntil('record', 'succeeded', done.record),
  createdAt: ago(86_400 * 2),
  finishedAt: ago(86_400 * 2 - 171),
};

export const failedChange: Change = {
  ...runningChange,
  id: 'change-0',
  phase: 'failed',
  version: undefined,
  stages: stagesUntil('stack', 'failed', 'CloudFormation rolled back.'),
  finding: {
    rule: 'stack-failed',
    severity: 'blocker',
    headline: 'The stack went back: Database could not be created',
    cause:
      'AWS::RDS::DBInstance Database: DBInstance quota of 40 is used up in eu-central-1 (Service: Rds, Status Code: 400).',
    nextSteps: [{ label: 'Raise the quota, then run the form again' }],
  },
  createdAt: ago(86_400 * 3),
  finishedAt: ago(86_400 * 3 - 95),
};

export const abortedChange: Change = {
  ...failedChange,
  id: 'change-2',
  phase: 'aborted',
  finding: undefined,
};

/** What an upgrade's change knows beyond that of a create. */
const upgrade = {
  kind: 'upgrade' as const,
  version: '2.5.0',
  fromVersion: 'sha-1f0c2ab',
  planDigest: `sha256:b37e10c45d92${'7a'.repeat(26)}`,
  reason: 'Live traces of one vehicle (SOVD-812)',
};

export const runningUpgrade: Change = {
  ...runningChange,
  ...upgrade,
  id: 'change-6',
  stages: stagesUntil(
    'release',
    'running',
    'Helm upgrades to revision 2: 1 of 3 pods runs 2.5.0.',
  ),
};

export const stoppingUpgrade: Change = {
  ...runningUpgrade,
  abort: { requestedBy: 'user:default/jonas.weber', requestedAt: ago(4) },
};

export const succeededUpgrade: Change = {
  ...succeededChange,
  ...upgrade,
  id: 'change-4',
  revision: 2,
};

export const failedUpgrade: Change = {
  ...failedChange,
  ...upgrade,
  id: 'change-5',
  stages: stagesUntil(
    'release',
    'failed',
    'Helm went back to revision 1 after 41 s.',
  ),
  finding: {
    rule: 'pods-failing',
    severity: 'blocker',
    headline: "New backend pods can't start; sha-1f0c2ab still serves",
    cause:
      "Pod diagnostics-staging-backend-7d9f4-x2lq stopped with exit code 1: KeyError: 'JWT_ISSUER' (3 restarts).",
    nextSteps: [
      {
        label: 'Read the log of that pod',
        href: '/catalog/default/resource/diagnostics-staging/kubernetes',
      },
      { label: 'Add config.jwtIssuer to the values, then plan again' },
    ],
  },
};

export const abortedUpgrade: Change = {
  ...failedUpgrade,
  id: 'change-7',
  phase: 'aborted',
  stages: stagesUntil('release', 'aborted', 'Pods went back to sha-1f0c2ab.'),
  abort: { requestedBy: 'user:default/jonas.weber', requestedAt: ago(90) },
  finding: {
    rule: 'aborted',
    severity: 'info',
    headline: 'Stopped by jonas.weber; sha-1f0c2ab runs again',
    cause: 'Revision 0003 had run and stays: it only adds.',
    nextSteps: [],
  },
};

export const succeededRollback: Change = {
  ...succeededUpgrade,
  id: 'change-8',
  kind: 'rollback',
  version: 'sha-1f0c2ab',
  fromVersion: '2.5.0',
  revision: 3,
  reason: 'Traces fill the disk',
};

export const succeededScale: Change = {
  ...succeededUpgrade,
  id: 'change-9',
  kind: 'scale',
  fromVersion: '2.5.0',
  revision: 4,
  reason: 'More vehicles in the workshop',
};

export const runningRestart: Change = {
  ...runningUpgrade,
  id: 'change-10',
  kind: 'restart',
};

export const releaseLog: ChangeLogEntry[] = [
  'helm upgrade --install diagnostics-staging',
  'Job diagnostics-staging-migrate-1: running',
  'INFO  [alembic] Running upgrade  -> 0001, create vehicle',
  'INFO  [alembic] Running upgrade 0001 -> 0002, create diagnostic_session',
  'Job diagnostics-staging-migrate-1: succeeded in 4 s',
  'Deployment backend: 0 of 3 pods ready',
  'Deployment backend: 1 of 3 pods ready',
].map((text, index) => ({
  position: index + 1,
  at: ago(60 - index * 8),
  stage: 'release',
  text,
}));
