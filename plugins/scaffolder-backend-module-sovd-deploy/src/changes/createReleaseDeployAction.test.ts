import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  SovdDeployServer,
  stagesUpTo,
} from '../__testUtils__/SovdDeployServer';
import { createReleaseDeployAction } from './createReleaseDeployAction';

const environmentRef = 'resource:default/fleet-staging';

describe('sovd:release:deploy', () => {
  let server: SovdDeployServer;
  const logger = mockServices.logger.mock();
  const succeeded = {
    phase: 'succeeded' as const,
    version: 'sha-0123456',
    stages: stagesUpTo('record', 'succeeded'),
  };
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

  async function run(input = {}, checkpoints = new Map<string, unknown>()) {
    const ctx = createMockActionContext({
      input: { environmentRef, ...input },
      logger,
    });
    ctx.checkpoint = async ({ key, fn }) => {
      if (!checkpoints.has(key)) checkpoints.set(key, await fn());
      return checkpoints.get(key) as Awaited<ReturnType<typeof fn>>;
    };
    await createReleaseDeployAction(server.connection, async () => {}).handler(
      ctx,
    );
    return jest.mocked(ctx.output).mock.calls;
  }

  it('follows the change of the stack to its end and tells the rest of it', async () => {
    server.scripts = [[{}, succeeded]];
    server.start(environmentRef);
    server.log = [
      { position: 1, at: '2026-01-01T00:00:00Z', stage: 'stack', text: 'VPC' },
      {
        position: 2,
        at: '2026-01-01T00:00:01Z',
        stage: 'release',
        text: 'helm upgrade --install',
      },
    ];
    expect(await run({ changeId: 'change-1' })).toEqual([
      ['changeId', 'change-1'],
      ['changeUrl', '/catalog/default/resource/fleet-staging/environment'],
      ['version', 'sha-0123456'],
    ]);
    expect(logger.info.mock.calls.flat().slice(1)).toEqual([
      'release: helm upgrade --install',
      'bootstrap: succeeded',
      'release: succeeded',
      'verify: succeeded',
      'record: succeeded',
    ]);
  });

  it('brings up an environment by itself when no change is given', async () => {
    server.scripts = [[succeeded]];
    await run();
    expect(server.changes).toHaveLength(1);
    expect(logger.info.mock.calls.flat()).toContain('stack: succeeded');
  });

  it('reports a failed change once, and a retry carries out a new one', async () => {
    server.scripts = [[{ phase: 'failed' }], [succeeded]];
    server.start(environmentRef);
    const checkpoints = new Map<string, unknown>();
    await expect(run({ changeId: 'change-1' }, checkpoints)).rejects.toThrow(
      /change-1 .* ended as failed/,
    );
    expect(server.changes).toHaveLength(1);
    expect(await run({ changeId: 'change-1' }, checkpoints)).toContainEqual([
      'changeId',
      'change-2',
    ]);
  });

  it('goes on with the same change after the scaffolder was restarted', async () => {
    server.scripts = [[{}, succeeded]];
    server.start(environmentRef);
    const interrupted = new Map([
      [`sovd.release.deploy.${environmentRef}`, environmentRef],
    ]);
    await run({ changeId: 'change-1' }, interrupted);
    expect(server.changes).toHaveLength(1);
  });

  it("refuses another environment's change", async () => {
    server.start('resource:default/other-staging');
    await expect(run({ changeId: 'change-1' })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('resource:default/other-staging'),
    });
  });
});
