import { priceBook } from '@sovd/plugin-sovd-deploy-common';
import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { EnvironmentEstimator } from './EnvironmentEstimator';

describe('EnvironmentEstimator', () => {
  const estimator = new EnvironmentEstimator([testTarget]);

  it('prices an environment by its answers, region and target', () => {
    expect(estimator.estimate(proposeEnvironment())).toMatchObject({
      estimate: { region: 'us-east-1', baseline: { monthly: 437.59 } },
    });
    const production = proposeEnvironment({
      tier: 'production',
      databaseClass: 'db.t3.large',
      monitoring: true,
    });
    expect(estimator.estimate(production)).toMatchObject({
      estimate: { baseline: { monthly: 732 } },
    });
    const shared = new EnvironmentEstimator([
      { ...testTarget, clusterMode: 'existing' },
    ]);
    expect(shared.estimate(proposeEnvironment())).toMatchObject({
      estimate: { baseline: { monthly: 132.09 } },
    });
  });

  it('reckons the same sizes once, whoever has them', () => {
    const first = estimator.estimate(proposeEnvironment());
    const other = proposeEnvironment({ name: 'other', logLevel: 'DEBUG' });
    expect(estimator.estimate(other)).toBe(first);
    const larger = proposeEnvironment({ nodesDesired: 4 });
    expect(estimator.estimate(larger)).not.toEqual(first);
  });

  it('goes on when there are more sizes than it keeps', () => {
    const sizes = Array.from({ length: 501 }, (_, index) => 20 + index);
    const sums = sizes.map(databaseStorageGb => {
      const environment = proposeEnvironment();
      const answers = { ...environment.answers, databaseStorageGb };
      const answer = estimator.estimate({ ...environment, answers });
      return 'estimate' in answer ? answer.estimate.baseline.monthly : 0;
    });
    expect(new Set(sums).size).toBe(sizes.length);
  });

  it('says why it has no estimate, and never gives a zero', () => {
    const mars = { ...proposeEnvironment(), region: 'mars-1' };
    expect(estimator.estimate(mars)).toEqual({
      unknown: expect.stringContaining("doesn't know mars-1 (Region)"),
    });
    expect(new EnvironmentEstimator([]).estimate(proposeEnvironment())).toEqual(
      { unknown: expect.stringContaining('sandbox is no longer in') },
    );
    const empty = { ...priceBook, prices: [] };
    expect(
      new EnvironmentEstimator([testTarget], empty).estimate(
        proposeEnvironment(),
      ),
    ).toEqual({ unknown: expect.stringContaining('EKS control plane') });
  });
});
