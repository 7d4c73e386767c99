import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import type { ObservedEnvironment } from '../overview/ClusterObserver';
import { FakeImageRegistry } from '../releases/FakeImageRegistry';
import { FakeReleaseDeployer } from '../releases/FakeReleaseDeployer';
import { ReleaseError } from '../releases/ReleaseError';
import { ReleaseStage } from './ReleaseStage';
import { stageContext } from '../__testUtils__/testChange';

const environment = proposeEnvironment();
const digest = `sha256:${'a'.repeat(64)}`;

class PassingError extends ReleaseError {
  override get passing() {
    return true;
  }
}

function setUp(observed: ObservedEnvironment = {}) {
  const sources = new FakeSourceRepository();
  const commit = sources.push(environment.repositoryUrl, { file: 'text' });
  const images = new FakeImageRegistry();
  const deployer = new FakeReleaseDeployer();
  const releases = { record: jest.fn(async () => {}), latest: jest.fn() };
  const observedAt = '2026-11-21T10:00:00.000Z';
  // Nothing is there before the release begins.
  const observe = jest.fn(() => ({ value: observed, observedAt }));
  observe.mockReturnValueOnce({ value: {}, observedAt });
  const observer = { observe };
  const targets = [testTarget];
  const stage = new ReleaseStage({
    sources,
    images,
    deployer,
    releases,
    observer,
    targets,
  });
  const outputs = { databaseHost: 'db.example' };
  const context = stageContext({
    environment,
    results: { stack: { commit, outputs } },
  });
  const image = {
    repository: 'localhost:15000/sovd/fleet-backend',
    tag: `sha-${commit}`,
    digest,
  };
  return { commit, context, deployer, image, images, outputs, releases, stage };
}

describe('ReleaseStage', () => {
  it('waits for the image of the commit and says so once', async () => {
    const { commit, context, stage } = setUp();
    const outcome = await stage.run(context);
    expect(outcome).toMatchObject({
      state: 'waiting',
      summary: `Waiting for the image localhost:15000/sovd/fleet-backend:sha-${commit}`,
    });
    const checkpoint = outcome.state === 'waiting' ? outcome.checkpoint : {};
    await stage.run({ ...context, checkpoint });
    expect(context.told).toHaveLength(1);
  });

  it('deploys it by digest and records what runs', async () => {
    const {
      commit,
      context,
      deployer,
      image,
      images,
      outputs,
      releases,
      stage,
    } = setUp();
    images.push(image);
    const deploy = jest.spyOn(deployer, 'deploy');
    const outcome = await stage.run(context);
    const release = {
      name: 'fleet-staging',
      namespace: 'fleet-staging',
      revision: 1,
      chartVersion: '0.1.0',
      commit,
      image,
      deployedAt: expect.any(String),
    };
    expect(outcome).toEqual({
      state: 'succeeded',
      summary: 'Revision 1 is deployed',
      result: release,
      version: `sha-${commit.slice(0, 7)}`,
    });
    expect(releases.record).toHaveBeenCalledWith(environment.id, release);
    expect(deploy.mock.calls[0][0]).toMatchObject({
      environment,
      image,
      outputs,
      changeId: context.change.id,
    });
    await expect(stage.run(context)).resolves.toMatchObject({
      summary: 'Revision 1 is deployed',
    });
  });

  it('fails with what was seen in the namespace before what the deployer says', async () => {
    const { context, deployer, image, images, releases, stage } = setUp({
      migrationJob: {
        job: 'fleet-staging-migration',
        uid: '1',
        phase: 'failed',
        report: {
          current: [],
          heads: ['0001'],
          applied: [],
          durationMs: 5,
          error: 'relation "vehicles" already exists',
        },
      },
    });
    images.push(image);
    deployer.failNext('fleet-staging', 'context deadline exceeded');
    await expect(stage.run(context)).resolves.toMatchObject({
      state: 'failed',
      finding: {
        rule: 'database-migration-failed',
        cause:
          'relation "vehicles" already exists, the schema stands at . The deployer says: context deadline exceeded',
      },
    });
    expect(releases.record).not.toHaveBeenCalled();
  });

  it('leaves an error that may pass to be tried again', async () => {
    const { context, deployer, image, images, stage } = setUp();
    images.push(image);
    jest
      .spyOn(deployer, 'deploy')
      .mockRejectedValueOnce(new PassingError('cluster unreachable'));
    await expect(stage.run(context)).rejects.toThrow('cluster unreachable');
    await expect(stage.run(context)).resolves.toMatchObject({
      state: 'succeeded',
    });
  });

  it('fails when the deployer left something else than a deployed release', async () => {
    const { context, deployer, image, images, stage } = setUp();
    images.push(image);
    jest.spyOn(deployer, 'deploy').mockResolvedValueOnce({
      revision: 1,
      status: 'failed',
      chartVersion: '0.1.0',
      description: 'Release failed',
      updatedAt: '2026-11-21T10:00:00Z',
    });
    await expect(stage.run(context)).resolves.toMatchObject({
      state: 'failed',
      finding: { cause: 'failed: Release failed' },
    });
  });

  it('throws the reason of a stop, whatever the deployer made of it', async () => {
    const { context, deployer, image, images, stage } = setUp();
    images.push(image);
    const stop = new AbortController();
    jest.spyOn(deployer, 'deploy').mockImplementationOnce(async () => {
      stop.abort(new Error('stopping'));
      throw new ReleaseError('killed');
    });
    const { signal } = stop;
    await expect(stage.run({ ...context, signal })).rejects.toThrow('stopping');
  });

  it('names a target that is no longer configured', async () => {
    const { context, stage } = setUp();
    const moved = proposeEnvironment();
    moved.answers.target = 'gone';
    await expect(stage.run({ ...context, environment: moved })).rejects.toThrow(
      'Target gone of fleet-staging is no longer in',
    );
  });
});
