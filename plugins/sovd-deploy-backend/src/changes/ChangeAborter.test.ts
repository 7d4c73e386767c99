import type { Stage } from '@sovd/plugin-sovd-deploy-common';
import { plannedWork, stageContext } from '../__testUtils__/testChange';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { FakeReleaseDeployer } from '../releases/FakeReleaseDeployer';
import { FakeStackProvisioner } from '../stacks/FakeStackProvisioner';
import { ChangeAborter } from './ChangeAborter';
import type { StageContext } from './StageRunner';

const environment = proposeEnvironment();
const [image] = plannedWork().images;

function setUp() {
  const provisioner = new FakeStackProvisioner();
  const deployer = new FakeReleaseDeployer();
  const release = {
    name: 'fleet-staging',
    namespace: 'fleet-staging',
    revision: 3,
    chartVersion: '0.1.0',
    commit: 'c'.repeat(40),
    images: [{ ...image, tag: 'v1.0.0' }],
    deployedAt: '2026-11-21T10:00:00.000Z',
  };
  const restored = { record: jest.fn(async () => release) };
  const aborter = new ChangeAborter({
    provisioners: [provisioner],
    deployer,
    restored,
  });
  return { aborter, deployer, provisioner, restored };
}

/** A change whose stages are as far as said; the others have not begun. */
function stoppedIn(phases: Partial<Record<Stage['name'], Stage['phase']>>) {
  const context = stageContext({ environment });
  const stages = context.change.stages.map(stage => ({
    ...stage,
    phase: phases[stage.name] ?? stage.phase,
  }));
  return { ...context, change: { ...context.change, stages } };
}

function deploy(
  deployer: FakeReleaseDeployer,
  { signal }: StageContext,
  changeId: string,
) {
  const content = {
    environment,
    sourceFolder: '',
    images: [image],
    outputs: {},
  };
  return deployer.deploy(
    { ...content, values: {}, changeId },
    () => {},
    signal,
  );
}

describe('ChangeAborter', () => {
  it('ends at once where nothing of the release was begun', async () => {
    const { aborter, deployer, restored } = setUp();
    const context = stoppedIn({ stack: 'succeeded', bootstrap: 'running' });
    const takeBack = jest.spyOn(deployer, 'takeBack');
    await expect(aborter.run(context)).resolves.toEqual({
      state: 'aborted',
      summary: 'The release was not touched; what ran before runs on',
    });
    expect(takeBack).not.toHaveBeenCalled();
    expect(restored.record).not.toHaveBeenCalled();
  });

  it('waits for a stack until it was seen at rest twice, and says why', async () => {
    const { aborter, provisioner } = setUp();
    const request = {
      environment,
      changeId: '1',
      template: '',
      parameters: {},
    };
    const context = stoppedIn({ stack: 'running' });
    const step = () =>
      provisioner.advance(request, {}, () => {}, context.signal);
    await step();

    const moving = await aborter.run(context);
    expect(moving).toMatchObject({
      state: 'waiting',
      summary: expect.stringContaining(
        "Stack fleet-staging can't be stopped in the middle; waiting until it comes to rest (CREATE_IN_PROGRESS)",
      ),
    });
    const checkpoint = moving.state === 'waiting' ? moving.checkpoint : {};
    await aborter.run({ ...context, checkpoint });
    expect(context.told).toHaveLength(1);

    await step();
    const rest = await aborter.run({ ...context, checkpoint });
    expect(rest).toMatchObject({
      state: 'waiting',
      checkpoint: { resting: true },
    });
    await expect(
      aborter.run({ ...context, checkpoint: { resting: true } }),
    ).resolves.toMatchObject({ state: 'aborted' });
  });

  it('brings a release back that was begun or deployed, and writes down what runs', async () => {
    const { aborter, deployer, restored } = setUp();
    const context = {
      ...stoppedIn({ release: 'succeeded', verify: 'running' }),
      work: plannedWork(),
    };
    await deploy(deployer, context, 'former');
    await deploy(deployer, context, context.change.id);
    await expect(aborter.run(context)).resolves.toEqual({
      state: 'aborted',
      summary:
        'v1.0.0 runs as revision 3. What a migration has changed in the database stays',
    });
    expect(deployer.historyOf('fleet-staging')[0]).toMatchObject({
      revision: 3,
      status: 'deployed',
      description: 'Rollback to 1',
    });
    expect(restored.record).toHaveBeenCalledWith(context);
    // killed after that and asked once more
    await aborter.run(context);
    expect(deployer.historyOf('fleet-staging')).toHaveLength(3);
  });

  it('removes a release that the change was the first to install', async () => {
    const { aborter, deployer } = setUp();
    const context = stoppedIn({ release: 'running' });
    await deploy(deployer, context, context.change.id);
    await expect(aborter.run(context)).resolves.toMatchObject({
      summary: 'No release runs',
    });
    expect(deployer.historyOf('fleet-staging')).toEqual([]);
  });
});
