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
