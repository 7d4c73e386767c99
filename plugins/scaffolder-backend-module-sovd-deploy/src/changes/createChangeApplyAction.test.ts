import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { PlannedKind } from '@sovd/plugin-sovd-deploy-common';
import { checkStepInput } from '../__testUtils__/checkStepInput';
import {
  SovdDeployServer,
  stagesUpTo,
} from '../__testUtils__/SovdDeployServer';
import { upgradePlan } from '../__testUtils__/upgradePlan';
import { createChangeApplyAction } from './createChangeApplyAction';

const environmentRef = 'resource:default/fleet-staging';
const changesUrl =
  '/catalog/default/resource/fleet-staging/environment/changes';
const input = {
  environmentRef,
  kind: 'upgrade' as PlannedKind,
  planDigest: upgradePlan.digest,
  reason: 'Live traces',
};

describe('sovd:change:apply', () => {
  let server: SovdDeployServer;
  const logger = mockServices.logger.mock();
  const succeeded = {
    phase: 'succeeded' as const,
    stages: stagesUpTo('record', 'succeeded'),
  };
  beforeEach(async () => {
    jest.clearAllMocks();
    server = new SovdDeployServer();
    server.register({
      name: 'fleet',
      owner: 'group:default/platform',
      environment: 'staging',
      target: 'sandbox',
    });
    await plan();
  });
  afterEach(() => server.close());

  function plan() {
    const { getInitiatorCredentials } = createMockActionContext();
    return server.connection.ask({ getInitiatorCredentials }, (api, options) =>
      api.plan(
        { namespace: 'default', name: 'fleet-staging' },
        upgradePlan.request,
        options,
      ),
    );
  }

  async function run(
    given: Partial<typeof input> = {},
    checkpoints = new Map<string, unknown>(),
    wait = async () => {},
  ) {
    const ctx = createMockActionContext({
      input: { ...input, ...given },
      logger,
    });
    ctx.checkpoint = async ({ key, fn }) => {
      if (!checkpoints.has(key)) checkpoints.set(key, await fn());
      return checkpoints.get(key) as Awaited<ReturnType<typeof fn>>;
    };
    await createChangeApplyAction(server.connection, wait).handler(ctx);
    return jest.mocked(ctx.output).mock.calls;
  }

  it('has the plan carried out and tells all of its stages to the end', async () => {
    server.scripts = [
      [{ stages: stagesUpTo('release', 'running', '1 of 3') }, succeeded],
    ];
    expect(await run()).toEqual([
      ['changeId', 'change-1'],
      ['changeUrl', `${changesUrl}/change-1`],
    ]);
    expect(server.changes).toEqual([
      expect.objectContaining({
        kind: 'upgrade',
        planDigest: upgradePlan.digest,
        reason: 'Live traces',
        phase: 'succeeded',
      }),
    ]);
    expect(logger.info.mock.calls.flat()).toEqual([
      `The portal carries out change change-1, also when this task is stopped: ${changesUrl}/change-1`,
      'stack: succeeded',
      'bootstrap: succeeded',
      'release: running, 1 of 3',
      'release: succeeded',
      'verify: succeeded',
      'record: succeeded',
    ]);
  });

  it("says what has moved since, in the portal's words", async () => {
    const message =
      'Something has moved since this was planned: values: config.logLevel. Nothing was changed; plan again and look at it';
    server.moved = message;
    await expect(run()).rejects.toMatchObject({
      name: 'ConflictError',
      message,
    });
    expect(server.changes).toEqual([]);
  });

  it('fails with the first failing cause and still names the change', async () => {
    server.scripts = [
      [
        {
          phase: 'failed',
          stages: stagesUpTo('release', 'failed'),
          finding: {
            rule: 'release-failed',
            severity: 'blocker',
            headline: '2.5.0 crashes, sha-1f0c2ab serves',
            cause: 'backend: KeyError',
            nextSteps: [{ label: 'Read the log' }],
          },
        },
      ],
    ];
    await expect(run()).rejects.toMatchObject({
      name: 'ChangeFailedError',
      message: `2.5.0 crashes, sha-1f0c2ab serves\nbackend: KeyError\nNext: Read the log\nSee ${changesUrl}/change-1`,
    });
  });

  it('goes on with its own change after the scaffolder was restarted', async () => {
    const checkpoints = new Map<string, unknown>();
    server.scripts = [[{}, {}, succeeded]];
    const stopped = new Error('the scaffolder was stopped');
    const interrupted = run({}, checkpoints, async () => {
      throw stopped;
    });
    await expect(interrupted).rejects.toBe(stopped);
    const changeId = ['changeId', 'change-1'];
    expect(await run({}, checkpoints)).toContainEqual(changeId);
    // One more run finds it succeeded.
    expect(await run({}, checkpoints)).toContainEqual(changeId);
    expect(server.changes).toHaveLength(1);
  });

  it('carries out a new plan when it is retried after a failure, and an old one never', async () => {
    const checkpoints = new Map<string, unknown>();
    server.scripts = [
      [{ phase: 'aborted' }],
      [{ phase: 'failed' }],
      [succeeded],
    ];
    await expect(run({}, checkpoints)).rejects.toThrow(/change-1 .* aborted/);
    await expect(run({}, checkpoints)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await plan();
    await expect(run({}, checkpoints)).rejects.toThrow(/change-2 .* failed/);
    await plan();
    expect(await run({}, checkpoints)).toContainEqual(['changeId', 'change-3']);
    expect(server.changes).toHaveLength(3);
  });

  it('refuses another kind than what was planned', async () => {
    await expect(run({ kind: 'restart' })).rejects.toMatchObject({
      name: 'InputError',
    });
    await expect(run({ environmentRef: 'fleet' })).rejects.toThrow(
      /is no environment/,
    );
    expect(server.changes).toEqual([]);
  });

  it.each([
    [{}, 0],
    [{ planDigest: 'latest' }, 1],
    [{ reason: ' ' }, 1],
    [{ reason: 'x'.repeat(501) }, 1],
    [{ kind: 'create' }, 1],
  ])('judges %j before it runs', (given, errors) => {
    const action = createChangeApplyAction(server.connection);
    expect(checkStepInput(action, { ...input, ...given })).toHaveLength(errors);
    expect(action.supportsDryRun).toBeFalsy();
  });
});
