import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  SovdDeployServer,
  stagesUpTo,
} from '../__testUtils__/SovdDeployServer';
import { createStackProvisionAction } from './createStackProvisionAction';

const environmentRef = 'resource:default/fleet-staging';
const changeUrl = '/catalog/default/resource/fleet-staging/environment';

describe('sovd:stack:provision', () => {
  let server: SovdDeployServer;
  const wait = jest.fn(async () => {});
  const logger = mockServices.logger.mock();
  beforeEach(() => {
    jest.clearAllMocks();
    server = new SovdDeployServer();
    server.register({
      name: 'fleet',
      owner: 'group:default/platform',
      environment: 'staging',
      target: 'sandbox',
    });
  });
  afterEach(() => server.close());

  async function run(input = {}) {
    const ctx = createMockActionContext({
      input: { environmentRef, ...input },
      logger,
    });
    await createStackProvisionAction(server.connection, wait).handler(ctx);
    return ctx;
  }

  it('starts the change and follows it until the stack stands', async () => {
    server.scripts = [
      [
        { stages: stagesUpTo('stack', 'running', 'Change set executes') },
        { stages: stagesUpTo('stack', 'succeeded', '21 resources') },
        { phase: 'failed', stages: stagesUpTo('release', 'failed') },
      ],
    ];
    const ctx = await run({ reason: 'First of the fleet' });
    expect(jest.mocked(ctx.output).mock.calls).toEqual([
      ['changeId', 'change-1'],
      ['changeUrl', changeUrl],
    ]);
    expect(server.changes[0]).toMatchObject({
      kind: 'create',
      phase: 'running',
      reason: 'First of the fleet',
    });
    expect(wait.mock.calls).toEqual([[1000, undefined]]);
    expect(logger.info.mock.calls.flat()).toEqual([
      `The portal carries out change change-1, also when this task is stopped: ${changeUrl}`,
      'stack: running, Change set executes',
      'stack: succeeded, 21 resources',
    ]);
  });

  it('fails with the first failing cause and still names the change', async () => {
    server.scripts = [
      [
        {
          phase: 'failed',
          stages: stagesUpTo('stack', 'failed'),
          finding: {
            rule: 'stack-failed',
            severity: 'blocker',
            headline: 'The stack was rolled back',
            cause: 'Database: no capacity left',
            nextSteps: [{ label: 'Run it again' }],
          },
        },
      ],
    ];
    await expect(run()).rejects.toMatchObject({
      name: 'ChangeFailedError',
      message: `The stack was rolled back\nDatabase: no capacity left\nNext: Run it again\nSee ${changeUrl}`,
    });
  });

  it('makes no second change where one has succeeded, and a new one after a failure', async () => {
    const succeeded = {
      phase: 'succeeded' as const,
      stages: stagesUpTo('record', 'succeeded'),
    };
    server.scripts = [[{ phase: 'aborted' }], [succeeded]];
    await expect(run()).rejects.toThrow(/change-1 .* ended as aborted/);
    await run();
    await run();
    expect(server.changes.map(({ id }) => id)).toEqual([
      'change-1',
      'change-2',
    ]);
  });

  it('leaves the change to the portal where it is not to be followed', async () => {
    server.scripts = [
      [{ phase: 'failed', stages: stagesUpTo('stack', 'failed') }],
    ];
    const ctx = await run({ wait: false });
    expect(jest.mocked(ctx.output).mock.calls).toEqual([
      ['changeId', 'change-1'],
      ['changeUrl', changeUrl],
    ]);
    expect(wait).not.toHaveBeenCalled();
    expect(server.changes[0].phase).toBe('running');
    await expect(run()).rejects.toMatchObject({ name: 'ChangeFailedError' });
  });

  it('refuses what is no environment', async () => {
    await expect(run({ environmentRef: 'fleet' })).rejects.toMatchObject({
      name: 'InputError',
    });
    await expect(
      run({ environmentRef: 'resource:default/other' }),
    ).rejects.toThrow(/isn't registered/);
  });
});
