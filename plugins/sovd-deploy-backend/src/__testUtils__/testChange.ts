import { stageNames } from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { proposeEnvironment } from './testTarget';
import type { ChangeState } from '../changes/ChangeState';
import type { ChangeWork } from '../changes/ChangeWork';
import type { FencedStores } from '../changes/FencedStores';
import type { StageContext } from '../changes/StageRunner';

/** A change that has just been started, for tests. */
export function startedState(
  environment: Environment = proposeEnvironment(),
): ChangeState {
  return {
    change: {
      id: '7e0f4a1c-0000-4000-8000-000000000001',
      environmentRef: environment.entityRef,
      kind: 'create',
      phase: 'running',
      stages: stageNames.map(name => ({ name, phase: 'pending' })),
      requestedBy: 'user:default/guest',
      createdAt: '2026-11-21T10:00:00.000Z',
    },
    checkpoints: {},
    results: {},
    attempts: 0,
    nextLookAt: 0,
  };
}

/**
 * What a stage gets, for tests; `told` collects its log.
 *
 * @param stores - what it writes into; nothing at all, when left out
 */
export function stageContext(
  context: Partial<StageContext> = {},
  stores: FencedStores = {
    releases: { record: async () => {}, forget: async () => {} },
    registry: { changeAnswers: async () => {} },
  },
): StageContext & { told: string[] } {
  const environment = context.environment ?? proposeEnvironment();
  const told: string[] = [];
  return {
    change: startedState(environment).change,
    environment,
    checkpoint: {},
    results: {},
    tell: text => told.push(text),
    write: write => write(stores),
    signal: new AbortController().signal,
    ...context,
    told,
  };
}

/** What a change was planned to do, for tests. */
export function plannedWork(work: Partial<ChangeWork> = {}): ChangeWork {
  const commit = 'c'.repeat(40);
  return {
    kind: 'upgrade',
    commit,
    environmentCommit: commit,
    images: [
      {
        component: 'backend',
        repository: 'localhost:15000/sovd/fleet-backend',
        tag: 'v1.1.0',
        digest: `sha256:${'b'.repeat(64)}`,
      },
    ],
    migrate: true,
    values: {},
    files: {},
    ...work,
  };
}
