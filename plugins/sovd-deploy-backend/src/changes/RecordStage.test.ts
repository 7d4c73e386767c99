import { parse, stringify } from 'yaml';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { FakeStackProvisioner } from '../stacks/FakeStackProvisioner';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { RecordStage } from './RecordStage';
import type { StageOutcome } from './StageRunner';
import { plannedWork, stageContext } from '../__testUtils__/testChange';

const environment = proposeEnvironment();
const commit = 'c'.repeat(40);
const release = {
  name: 'fleet-staging',
  namespace: 'fleet-staging',
  revision: 1,
  chartVersion: '0.1.0',
  commit,
  images: [
    {
      component: 'backend',
      repository: 'r/fleet-backend',
      tag: `sha-${commit}`,
      digest: `sha256:${'a'.repeat(64)}`,
    },
  ],
  deployedAt: '2026-11-21T10:00:00.000Z',
};
const results = {
  release,
  stack: { commit, outputs: { zone: 'b', databaseHost: 'db.example' } },
};

const registry = { changeAnswers: jest.fn(async () => {}) };
const provisioners = [new FakeStackProvisioner()];

describe('RecordStage', () => {
  afterEach(() => registry.changeAnswers.mockClear());

  it('writes what runs into the repository, once', async () => {
    const sources = new FakeSourceRepository();
    sources.push(environment.repositoryUrl, { 'README.md': 'Hello' });
    const stage = new RecordStage({ sources, provisioners, registry });
    const context = stageContext({ environment, results });
    const outcome = await stage.run(context);
    expect(outcome).toMatchObject({
      state: 'succeeded',
      summary: expect.stringMatching(/^Recorded in [0-9a-f]{7}$/),
    });
    const files = sources.filesOf(environment.repositoryUrl);
    expect(parse(files['environments/staging/release.yaml'])).toEqual({
      apiVersion: 'sovd.io/v1',
      kind: 'ReleaseRecord',
      release: { ...release, version: 'sha-ccccccc' },
    });
    expect(files['environments/staging/outputs.json']).toBe(
      '{\n  "databaseHost": "db.example",\n  "zone": "b"\n}\n',
    );
    await expect(stage.run(context)).resolves.toMatchObject({
      summary: 'The repository says it already',
    });
  });

  it('makes a note of a refusal after some attempts, and succeeds', async () => {
    const sources = new FakeSourceRepository();
    sources.refuseCommits('protected branch');
    const stage = new RecordStage({ sources, provisioners, registry });
    const context = stageContext({ environment, results });
    const outcomes: StageOutcome[] = [];
    let checkpoint = {};
    do {
      const outcome = await stage.run({ ...context, checkpoint });
      outcomes.push(outcome);
      if (outcome.state === 'waiting') checkpoint = outcome.checkpoint;
    } while (outcomes.at(-1)?.state === 'waiting');
    expect(outcomes.map(({ state }) => state)).toEqual([
      'waiting',
      'waiting',
      'succeeded',
    ]);
    expect(outcomes.at(-1)).toMatchObject({
      summary: expect.stringContaining('protected branch'),
      result: { refused: 'Error: protected branch' },
    });
    expect(context.told).toHaveLength(3);
  });

  it('commits what the change brings, and has the registry follow', async () => {
    const sources = new FakeSourceRepository();
    sources.push(environment.repositoryUrl, { 'README.md': 'Hello' });
    const stage = new RecordStage({ sources, provisioners, registry });
    const answers = { ...environment.answers, backendReplicas: 5 };
    const file = 'environments/staging/environment.yaml';
    const work = {
      ...plannedWork({ kind: 'scale' }),
      files: { [file]: stringify({ apiVersion: 'sovd.io/v1', answers }) },
    };
    const context = stageContext({ environment, results, work });
    await expect(stage.run(context)).resolves.toMatchObject({
      state: 'succeeded',
    });
    const files = sources.filesOf(environment.repositoryUrl);
    expect(files[file]).toBe(work.files[file]);
    expect(registry.changeAnswers).toHaveBeenCalledWith(
      environment.id,
      answers,
    );
  });

  it('leaves the registry as Git is, when Git refuses', async () => {
    const sources = new FakeSourceRepository();
    sources.refuseCommits('protected branch');
    const stage = new RecordStage({ sources, provisioners, registry });
    const { answers } = environment;
    const work = {
      ...plannedWork({ kind: 'scale' }),
      files: {
        'environments/staging/environment.yaml': stringify({ answers }),
      },
    };
    const checkpoint = { refused: 2 };
    const context = stageContext({ environment, results, work, checkpoint });
    await expect(stage.run(context)).resolves.toMatchObject({
      state: 'succeeded',
      result: { refused: 'Error: protected branch' },
    });
    expect(registry.changeAnswers).not.toHaveBeenCalled();
  });

  it('takes a stop for no refusal', async () => {
    const sources = new FakeSourceRepository();
    sources.refuseCommits('killed');
    const signal = AbortSignal.abort(new Error('stopping'));
    const context = stageContext({ environment, results, signal });
    await expect(
      new RecordStage({ sources, provisioners, registry }).run(context),
    ).rejects.toThrow('stopping');
  });
});
