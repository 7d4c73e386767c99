import { createHash } from 'node:crypto';
import { toEstimateFile } from '@sovd/plugin-sovd-deploy-common';
import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { EnvironmentEstimator } from '../costs/EnvironmentEstimator';
import { addEstimate } from './addEstimate';

const environment = proposeEnvironment();
const estimator = new EnvironmentEstimator([testTarget]);
const file = 'environments/staging/estimate.json';
const sum = (text: string) => createHash('sha256').update(text).digest('hex');
const contentFor = (nodesDesired: number) => {
  const priced = estimator.estimate(proposeEnvironment({ nodesDesired }));
  if ('unknown' in priced) throw new Error(priced.unknown);
  return toEstimateFile(priced.estimate);
};
const recordOf = (content: string) =>
  `files:\n  ${file}:\n    sha256: ${sum(content)}\n`;
const changed = {
  'environments/staging/environment.yaml': 'answers:\n  nodesDesired: 4\n',
};

describe('addEstimate', () => {
  const add = (
    repository: Record<string, string>,
    files: Record<string, string> = changed,
    at = environment,
  ) =>
    addEstimate(files, {
      environment: at,
      estimator,
      read: async name => repository[name],
    });

  it('reckons the estimate anew for the answers that come, with its sum', async () => {
    const [former, coming] = [contentFor(3), contentFor(4)];
    expect(
      await add({ [file]: former, '.sovd-template.yaml': recordOf(former) }),
    ).toEqual({
      ...changed,
      [file]: coming,
      '.sovd-template.yaml': recordOf(coming),
    });
    expect(await add({ [file]: former })).toEqual({
      ...changed,
      [file]: coming,
    });
  });

  it('goes on from the record that the change brings', async () => {
    const former = contentFor(3);
    const record = `${recordOf(former)}# scaled\n`;
    const files = { ...changed, '.sovd-template.yaml': record };
    const added = await add({ [file]: former }, files);
    expect(added['.sovd-template.yaml']).toBe(
      `${recordOf(contentFor(4))}# scaled\n`,
    );
  });

  it.each([
    ['the repository has none', {}, changed],
    ['it says the same', { [file]: contentFor(4) }, changed],
    [
      'it was edited by hand',
      { [file]: '{}\n', '.sovd-template.yaml': recordOf(contentFor(3)) },
      changed,
    ],
  ])('leaves it when %s', async (_, repository, files) => {
    expect(await add(repository, files)).toEqual(changed);
  });

  it('leaves it when nobody knows the price', async () => {
    const elsewhere = { ...environment, region: 'mars-1' };
    const repository = { [file]: contentFor(3) };
    expect(await add(repository, changed, elsewhere)).toEqual(changed);
  });
});
