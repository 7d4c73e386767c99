import type { StackOutputs } from '@sovd/plugin-sovd-deploy-common';
import { blocker } from './blocker';
import { surveyRelease } from './surveyRelease';

const answers = { databaseClass: 'db.t3.large' as const };
const today = { databaseHost: 'db.example', databaseMaxConnections: '450' };
const refusal = blocker('release-refused', 'refused', 'too many pods', 'Fewer');

/** A chart that wants the connections of the larger database, or an output of its own. */
async function survey(
  unsettled: string[],
  wants?: (outputs: StackOutputs) => boolean,
) {
  const asked: StackOutputs[] = [];
  const release = await surveyRelease({
    answers,
    today,
    unsettled: Promise.resolve(unsettled),
    render: async outputs => {
      asked.push(outputs);
      return wants?.(outputs) === false
        ? { findings: [refusal] }
        : { value: { values: outputs, objects: [] }, findings: [] };
    },
  });
  return { asked, release };
}

it("takes today's outputs, and says nothing where they stay", async () => {
  const { asked, release } = await survey([]);
  expect(asked).toEqual([today]);
  expect(release).toMatchObject({
    findings: [],
    outputs: { settled: today, unsettled: [] },
  });
});

it("names those that may move, and shows today's", async () => {
  const { asked, release } = await survey(['databaseHost', 'logsBucket']);
  expect(asked).toEqual([today]);
  expect(release.findings).toMatchObject([
    {
      rule: 'outputs-unsettled',
      severity: 'warning',
      headline: expect.stringContaining('gets 1 value that'),
      cause: expect.stringMatching(
        /^Shown as they are today, .*: databaseHost\./,
      ),
    },
  ]);
});

it('puts an example in the place of what only the new stack will give', async () => {
  const { asked, release } = await survey(
    ['redisHost', 'certificateArn'],
    outputs => 'redisHost' in outputs,
  );
  expect(asked[1]).toEqual({ ...today, redisHost: 'cache.example' });
  expect(release.findings).toMatchObject([
    {
      cause: expect.stringMatching(
        /: certificateArn\..* redisHost \(cache\.example\)/,
      ),
    },
  ]);
});

it("doesn't refuse for good what fits the stack that comes", async () => {
  const { release } = await survey(
    ['databaseMaxConnections'],
    ({ databaseMaxConnections }) => Number(databaseMaxConnections) > 450,
  );
  expect(release).toMatchObject({
    value: { values: { databaseMaxConnections: '901' } },
    findings: [{ rule: 'outputs-unsettled' }],
  });
});

it('refuses what fits neither', async () => {
  const { release } = await survey(['databaseMaxConnections'], () => false);
  expect(release.findings).toMatchObject([
    { rule: 'release-refused' },
    { rule: 'outputs-unsettled' },
  ]);
  const { asked } = await survey([], () => false);
  expect(asked).toHaveLength(1);
});
