import { testOutputs } from '../__testUtils__/testRepository';
import { toReleaseValues } from './toReleaseValues';

const image = {
  repository: 'localhost:15000/sovd/fleet-backend',
  tag: '1.2.0',
  digest: `sha256:${'a'.repeat(64)}`,
};
const input = {
  images: [
    { component: 'backend', ...image },
    { component: 'frontend', ...image },
  ] as const,
  outputs: testOutputs,
  answers: { workloadIdentity: 'irsa' } as const,
  progressDeadlineSeconds: 20,
  releaseTimeoutSeconds: 120,
};

describe('toReleaseValues', () => {
  it('gives the images by digest and what the stack gave', () => {
    expect(toReleaseValues(input)).toMatchObject({
      backend: { image },
      frontend: { image },
      config: { database: { host: testOutputs.databaseHost } },
      deployment: { progressDeadlineSeconds: 20 },
      migration: { activeDeadlineSeconds: 120 },
    });
  });

  it('says where the cache is when the stack has one', () => {
    const outputs = {
      ...input.outputs,
      redisHost: 'cache.example',
      redisPort: '6379',
    };
    expect(toReleaseValues({ ...input, outputs }).config).toMatchObject({
      redis: { host: 'cache.example', port: '6379' },
    });
  });

  it.each([
    [10, 60],
    [120, 120],
    [900, 600],
  ])(
    'gives a migration within the chart’s limits: %d s become %d s',
    (releaseTimeoutSeconds, activeDeadlineSeconds) => {
      expect(
        toReleaseValues({ ...input, releaseTimeoutSeconds }).migration,
      ).toEqual({ activeDeadlineSeconds });
    },
  );

  it('names the outputs that are missing', () => {
    expect(() =>
      toReleaseValues({ ...input, outputs: { databaseHost: 'db' } }),
    ).toThrow(
      'The stack gives no output databasePort, databaseName, databaseUser;',
    );
  });
});
