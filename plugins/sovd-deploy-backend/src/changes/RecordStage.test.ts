import { stringify } from 'yaml';
import { FakeStackProvisioner } from '../stacks/FakeStackProvisioner';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { RecordStage } from './RecordStage';
import type { ReleaseRecord } from './ReleaseRecord';
import type { StageContext, StageOutcome } from './StageRunner';
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
const outputs = { zone: 'b', databaseHost: 'db.example' };
const results = { release, stack: { commit, outputs } };
const url = `${environment.repositoryUrl}/pulls/1`;
const branch = 'sovd/record-staging';
const pullRequest = { title: 'Record', url, branch, state: 'open' as const };

describe('RecordStage', () => {
  const write = jest.fn<
    ReturnType<ReleaseRecord['write']>,
    Parameters<ReleaseRecord['write']>
  >();
  const provisioners = [new FakeStackProvisioner()];
  const stage = new RecordStage({ record: { write }, provisioners });
  const context = stageContext({ environment, results });
  const scaled: StageContext = {
    ...context,
    work: {
      ...plannedWork({ kind: 'scale' }),
      files: {
        'environments/staging/environment.yaml': stringify({ answers: {} }),
      },
    },
  };

  it.each([
    [{ state: 'written', commit } as const, 'Recorded in ccccccc'],
    [{ state: 'written' } as const, 'The repository says it already'],
  ])('says what came of %j', async (written, summary) => {
    write.mockResolvedValueOnce(written);
    await expect(stage.run(context)).resolves.toMatchObject({
      state: 'succeeded',
      summary,
    });
    expect(write).toHaveBeenLastCalledWith(context, { release, outputs });
  });

  it('names the pull request that people have to merge', async () => {
    write.mockResolvedValue({ state: 'proposed', branch, pullRequest });
    await expect(stage.run(context)).resolves.toEqual({
      state: 'succeeded',
      summary: `To be merged: ${url}`,
      result: { branch },
      finding: {
        rule: 'record-proposed',
        severity: 'warning',
        headline: 'What runs on fleet-staging is to be merged',
        cause: `The default branch takes no commits from the portal, so the record is in the pull request ${url}. The release runs all the same.`,
        nextSteps: [{ label: 'Merge the pull request', href: url }],
      },
    });
    await expect(stage.run(scaled)).resolves.toMatchObject({
      finding: {
        cause: expect.stringMatching(
          /Until environments\/staging\/environment.yaml of the default branch says it too, the next upgrade starts from the answers before, and takes back/,
        ),
      },
    });
  });

  it('names the branch where nobody can open a pull request', async () => {
    write.mockResolvedValue({ state: 'proposed', branch });
    await expect(stage.run(context)).resolves.toMatchObject({
      summary: `To be merged: branch ${branch}`,
      finding: {
        nextSteps: [
          { label: `Open a pull request of ${branch}, and merge it` },
        ],
      },
    });
  });

  it('makes a finding of a refusal after some attempts, and succeeds', async () => {
    write.mockResolvedValue({ state: 'refused', reason: 'no route to host' });
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
      summary: expect.stringContaining('no route to host'),
      result: { refused: 'no route to host' },
      finding: { rule: 'record-refused', severity: 'warning' },
    });
  });
});
