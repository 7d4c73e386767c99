import type { PullRequest } from '@sovd/plugin-sovd-deploy-common';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { FakeStackProvisioner } from '../stacks/FakeStackProvisioner';
import type { PlannedOutputs } from './PlannedOutputs';
import { StackStage } from './StackStage';
import type { StageContext, StageOutcome } from './StageRunner';
import { plannedWork, stageContext } from '../__testUtils__/testChange';

const environment = proposeEnvironment();
const url = environment.repositoryUrl;
const files = {
  'environments/staging/environment.yaml': 'answers: {}\n',
  'infrastructure/cloudformation/main.yaml': 'Resources: {}\n',
  'infrastructure/cloudformation/parameters/staging.json': JSON.stringify([
    { ParameterKey: 'NamePrefix', ParameterValue: 'fleet-staging' },
  ]),
};

function setUp() {
  const sources = new FakeSourceRepository();
  const provisioner = new FakeStackProvisioner();
  const advance = jest.spyOn(provisioner, 'advance');
  const findNewest = jest.fn<
    Promise<PullRequest | undefined>,
    [string, string]
  >(async () => undefined);
  const stage = new StackStage({
    sources,
    pullRequests: { findNewest },
    provisioners: [provisioner],
  });
  return { advance, findNewest, provisioner, sources, stage };
}

/** Steps on until the stage no longer waits. */
async function finish(stage: StackStage, context: StageContext) {
  let { checkpoint } = context;
  for (let step = 0; step < 10; step++) {
    const outcome: StageOutcome = await stage.run({ ...context, checkpoint });
    if (outcome.state !== 'waiting') return outcome;
    checkpoint = JSON.parse(JSON.stringify(outcome.checkpoint));
  }
  throw new Error('The stage never ends');
}

describe('StackStage', () => {
  it('chooses the commit first and makes nothing in the same step', async () => {
    const { advance, sources, stage } = setUp();
    const commit = sources.push(url, files);
    const context = stageContext({ environment });
    await expect(stage.run(context)).resolves.toMatchObject({
      state: 'waiting',
      checkpoint: { commit },
      version: `sha-${commit.slice(0, 7)}`,
    });
    expect(context.told).toEqual([`Deploying commit ${commit} of ${url}`]);
    expect(advance).not.toHaveBeenCalled();
  });

  it('brings the stack to what the chosen commit says, whatever is pushed meanwhile', async () => {
    const { advance, sources, stage } = setUp();
    const commit = sources.push(url, files);
    sources.push(url, {
      'infrastructure/cloudformation/main.yaml': 'Resources: {Later: {}}\n',
    });
    const context = stageContext({ environment, checkpoint: { commit } });
    await expect(finish(stage, context)).resolves.toEqual({
      state: 'succeeded',
      summary: 'fleet-staging is as its template says',
      result: {
        commit,
        outputs: { databaseHost: 'fleet-staging.database.example' },
      },
    });
    expect(advance).toHaveBeenCalledWith(
      {
        environment,
        changeId: context.change.id,
        template: 'Resources: {}\n',
        parameters: { NamePrefix: 'fleet-staging' },
      },
      {},
      context.tell,
      context.signal,
    );
  });

  const planOf = (sources: FakeSourceRepository, outputs: PlannedOutputs) => {
    const commit = sources.push(url, files);
    return plannedWork({ commit, environmentCommit: commit, outputs });
  };

  it('ends where a value that the release was planned with has moved', async () => {
    const { sources, stage } = setUp();
    const settled = { databaseHost: 'old.example' };
    const work = planOf(sources, { settled, unsettled: [] });
    await expect(
      finish(stage, stageContext({ environment, work })),
    ).resolves.toMatchObject({
      state: 'failed',
      finding: {
        rule: 'outputs-moved',
        severity: 'blocker',
        cause: expect.stringContaining(
          'databaseHost (old.example → fleet-staging.database.example)',
        ),
      },
    });
  });

  it('takes what the plan has left open', async () => {
    const { sources, stage } = setUp();
    const unsettled = ['databaseHost'];
    const work = planOf(sources, { settled: {}, unsettled });
    await expect(
      finish(stage, stageContext({ environment, work })),
    ).resolves.toMatchObject({ state: 'succeeded' });
  });

  it('reads the repository once for all looks', async () => {
    const { advance, sources, stage } = setUp();
    sources.push(url, files);
    const checkOut = jest.spyOn(sources, 'checkOut');
    await finish(stage, stageContext({ environment }));
    expect(advance).toHaveBeenCalledTimes(2);
    expect(checkOut).toHaveBeenCalledTimes(2);
  });

  it('fails with the first cause of the stack', async () => {
    const { provisioner, sources, stage } = setUp();
    sources.push(url, files);
    provisioner.failNext('fleet-staging', 'Database: no such subnet');
    await expect(
      finish(stage, stageContext({ environment })),
    ).resolves.toMatchObject({
      state: 'failed',
      finding: {
        rule: 'stack-failed',
        headline: 'Stack fleet-staging failed',
        cause: 'Database: no such subnet',
        nextSteps: [{ label: 'Remove the cause' }],
      },
    });
  });

  it.each([
    [
      'no template',
      { 'environments/staging/environment.yaml': 'answers: {}\n' },
      'main.yaml is missing',
    ],
    [
      'wrong parameters',
      {
        ...files,
        'infrastructure/cloudformation/parameters/staging.json': '{}',
      },
      'staging.json has to be a list',
    ],
  ])('fails on %s, naming the file', async (_, wrong, cause) => {
    const { sources, stage } = setUp();
    sources.push(url, wrong);
    await expect(
      finish(stage, stageContext({ environment })),
    ).resolves.toMatchObject({
      state: 'failed',
      finding: { cause: expect.stringContaining(cause) },
    });
  });

  it('refuses an engine that nobody provides', async () => {
    const sources = new FakeSourceRepository();
    const commit = sources.push(url, files);
    const { findNewest } = setUp();
    const stage = new StackStage({
      sources,
      pullRequests: { findNewest },
      provisioners: [],
    });
    await expect(
      stage.run(stageContext({ environment, checkpoint: { commit } })),
    ).rejects.toThrow('There is no provisioner for cloudformation');
  });

  it('waits for the pull request that adds the environment, then takes its whole time', async () => {
    const { advance, sources, stage } = setUp();
    const { 'environments/staging/environment.yaml': answers, ...others } =
      files;
    sources.push(url, others);
    const context = stageContext({ environment });
    const waiting = await stage.run(context);
    expect(waiting).toMatchObject({ state: 'waiting', limit: 'none' });
    const commit = sources.push(url, {
      'environments/staging/environment.yaml': answers,
    });
    const { checkpoint } = waiting as {
      checkpoint: StageContext['checkpoint'];
    };
    const chosen = await stage.run({ ...context, checkpoint });
    expect(chosen).toMatchObject({ limit: 'anew', checkpoint: { commit } });
    expect(advance).not.toHaveBeenCalled();
    await expect(
      finish(stage, { ...context, checkpoint: { commit } }),
    ).resolves.toMatchObject({ state: 'succeeded' });
  });
});
