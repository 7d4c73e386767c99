import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Release } from '@sovd/plugin-sovd-deploy-common';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import type { ObservedEnvironment } from '../overview/ClusterObserver';
import { FakeStackProvisioner } from '../stacks/FakeStackProvisioner';
import { FakeImageRegistry } from '../releases/FakeImageRegistry';
import { FakeReleaseDeployer } from '../releases/FakeReleaseDeployer';
import { ReleaseError } from '../releases/ReleaseError';
import { ReleaseStage } from './ReleaseStage';
import type { StageContext } from './StageRunner';
import { plannedWork, stageContext } from '../__testUtils__/testChange';

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
  const provisioner = new FakeStackProvisioner();
  const deployer = new FakeReleaseDeployer();
  const restored = {
    record: jest.fn(async (): Promise<Release | undefined> => undefined),
  };
  const releases = {
    record: jest.fn(async () => {}),
    forget: jest.fn(async () => {}),
  };
  const registry = { changeAnswers: async () => {} };
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
    provisioners: [provisioner],
    restored,
    observer,
    targets,
  });
  const outputs = { databaseHost: 'db.example' };
  const context = stageContext(
    { environment, results: { stack: { commit, outputs } } },
    { registry, releases },
  );
  const built = (['backend', 'frontend'] as const).map(component => ({
    component,
    repository: `localhost:15000/sovd/fleet-${component}`,
    tag: `sha-${commit}`,
    digest,
  }));
  return {
    /** What the pipeline makes of the commit. */
    build: () =>
      built.forEach(({ component: _, ...image }) => images.push(image)),
    built,
    commit,
    context,
    deployer,
    images,
    outputs,
    provisioner,
    releases,
    restored,
    sources,
    stage,
  };
}

/** Goes on while there is something to do at once. */
async function finish(stage: ReleaseStage, context: StageContext) {
  let outcome = await stage.run(context);
  while (outcome.state === 'waiting' && outcome.retryAfter === 0) {
    const checkpoint = JSON.parse(JSON.stringify(outcome.checkpoint));
    outcome = await stage.run({ ...context, checkpoint });
  }
  return outcome;
}

describe('ReleaseStage', () => {
  it('waits for the image of the commit and says so once', async () => {
    const { commit, context, stage } = setUp();
    const outcome = await stage.run(context);
    expect(outcome).toMatchObject({
      state: 'waiting',
      summary: `Waiting for the image localhost:15000/sovd/fleet-backend:sha-${commit} and localhost:15000/sovd/fleet-frontend:sha-${commit}`,
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
      build,
      built,
      outputs,
      releases,
      stage,
    } = setUp();
    build();
    const deploy = jest.spyOn(deployer, 'deploy');
    const outcome = await stage.run(context);
    const release = {
      name: 'fleet-staging',
      namespace: 'fleet-staging',
      revision: 1,
      chartVersion: '0.1.0',
      commit,
      images: built,
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
      images: built,
      outputs,
      changeId: context.change.id,
    });
    await expect(stage.run(context)).resolves.toMatchObject({
      summary: 'Revision 1 is deployed',
    });
  });

  it('fails with what was seen in the namespace, not with what the deployer says', async () => {
    const { build, context, deployer, releases, stage } = setUp({
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
    build();
    deployer.failNext('fleet-staging', 'context deadline exceeded');
    await expect(finish(stage, context)).resolves.toMatchObject({
      state: 'failed',
      finding: {
        rule: 'database-migration-failed',
        cause:
          'relation "vehicles" already exists; the schema stands at no revision; no pod was touched',
      },
    });
    expect(releases.record).not.toHaveBeenCalled();
  });

  it('deploys what was planned: both commits, the image, and values on top', async () => {
    const { context, deployer, outputs, sources, stage } = setUp();
    const url = environment.repositoryUrl;
    const commit = sources.push(url, {
      'infrastructure/helm/sovd-webapp/Chart.yaml': 'version: 0.2.0',
      'environments/staging/values.yaml': 'old: true',
    });
    const environmentCommit = sources.push(url, {
      'infrastructure/helm/sovd-webapp/Chart.yaml': 'version: 0.3.0',
      'environments/staging/values.yaml': 'new: true',
    });
    const values = { backend: { podAnnotations: { a: 'b' } } };
    const work = plannedWork({
      commit,
      environmentCommit,
      values,
      migrate: false,
    });
    let seen: string[] = [];
    const deploy = deployer.deploy.bind(deployer);
    jest.spyOn(deployer, 'deploy').mockImplementation(async (...args) => {
      const read = (file: string) =>
        readFile(path.join(args[0].sourceFolder, file), 'utf8');
      seen = await Promise.all([
        read('infrastructure/helm/sovd-webapp/Chart.yaml'),
        read('environments/staging/values.yaml'),
      ]);
      return deploy(...args);
    });
    await expect(stage.run({ ...context, work })).resolves.toMatchObject({
      state: 'succeeded',
      result: { commit, images: work.images },
      version: 'v1.1.0',
    });
    expect(seen).toEqual(['version: 0.2.0', 'new: true']);
    expect(deployer.requests).toMatchObject([
      {
        images: work.images,
        outputs,
        values: { ...values, migration: { enabled: false } },
      },
    ]);
  });

  it('takes the outputs of a stack that the change leaves alone', async () => {
    const { commit, context, deployer, provisioner, stage } = setUp();
    const work = plannedWork({
      kind: 'restart',
      commit,
      environmentCommit: commit,
    });
    const skipped = { ...context, work, results: {} };
    await expect(stage.run(skipped)).rejects.toThrow(
      'Stack fleet-staging is not there; it has to be ready',
    );
    const request = {
      environment,
      changeId: '1',
      template: '',
      parameters: {},
    };
    for (let step = 0; step < 2; step++) {
      await provisioner.advance(request, {}, () => {}, context.signal);
    }
    await stage.run(skipped);
    expect(deployer.requests[0].outputs).toEqual(
      (await provisioner.read(environment))?.outputs,
    );
  });

  it('notes a failure before it writes down what runs instead, and tries no second time', async () => {
    const { build, built, context, deployer, restored, stage } = setUp({
      rollout: {
        phase: 'running',
        revision: 2,
        version: 'v2',
        workloads: [
          {
            name: 'fleet-backend',
            kind: 'Deployment',
            component: 'backend',
            version: 'v2',
            image: 'i',
            desired: 1,
            readyOld: 1,
            readyNew: 0,
            notReady: 1,
            cause: "CrashLoopBackOff: KeyError: 'JWT_ISSUER' (2 restarts)",
            causePod: 'fleet-backend-7d-x',
          },
        ],
      },
    });
    build();
    deployer.failNext('fleet-staging', 'context deadline exceeded');
    const noted = await stage.run(context);
    expect(noted).toMatchObject({
      state: 'waiting',
      retryAfter: 0,
      summary: "New backend pods can't start",
    });
    expect(restored.record).not.toHaveBeenCalled();

    restored.record.mockResolvedValueOnce({
      name: 'fleet-staging',
      namespace: 'fleet-staging',
      revision: 3,
      chartVersion: '0.1.0',
      commit: 'c'.repeat(40),
      images: [{ ...built[0], tag: 'v1.0.0' }],
      deployedAt: '2026-11-21T10:00:00.000Z',
    });
    const checkpoint = noted.state === 'waiting' ? noted.checkpoint : {};
    await expect(stage.run({ ...context, checkpoint })).resolves.toMatchObject({
      state: 'failed',
      finding: {
        rule: 'pods-cannot-start',
        headline:
          "New backend pods can't start; customers are still served by v1.0.0",
        cause:
          "Pod fleet-backend-7d-x: CrashLoopBackOff: KeyError: 'JWT_ISSUER' (2 restarts)",
      },
    });
    expect(deployer.requests).toHaveLength(1);
  });

  it('leaves an error that may pass to be tried again', async () => {
    const { build, context, deployer, stage } = setUp();
    build();
    jest
      .spyOn(deployer, 'deploy')
      .mockRejectedValueOnce(new PassingError('cluster unreachable'));
    await expect(stage.run(context)).rejects.toThrow('cluster unreachable');
    await expect(stage.run(context)).resolves.toMatchObject({
      state: 'succeeded',
    });
  });

  it('fails when the deployer left something else than a deployed release', async () => {
    const { build, context, deployer, stage } = setUp();
    build();
    jest.spyOn(deployer, 'deploy').mockResolvedValueOnce({
      revision: 1,
      status: 'failed',
      chartVersion: '0.1.0',
      description: 'Release failed',
      updatedAt: '2026-11-21T10:00:00Z',
    });
    await expect(finish(stage, context)).resolves.toMatchObject({
      state: 'failed',
      finding: { cause: 'failed: Release failed' },
    });
  });

  it('throws the reason of a stop, whatever the deployer made of it', async () => {
    const { build, context, deployer, stage } = setUp();
    build();
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
