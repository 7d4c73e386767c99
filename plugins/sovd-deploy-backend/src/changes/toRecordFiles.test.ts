import type { Release } from '@sovd/plugin-sovd-deploy-common';
import fc from 'fast-check';
import { parse } from 'yaml';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { toRecordFiles } from './toRecordFiles';

const environment = proposeEnvironment();
const release: Release = {
  name: 'fleet-staging',
  namespace: 'fleet-staging',
  revision: 3,
  chartVersion: '0.1.0',
  commit: 'c'.repeat(40),
  images: [
    {
      component: 'backend',
      repository: 'r/fleet-backend',
      tag: 'v1.2.3',
      digest: `sha256:${'a'.repeat(64)}`,
    },
  ],
  deployedAt: '2026-11-21T10:00:00.000Z',
};

describe('toRecordFiles', () => {
  it('says what runs, with the version that people read', () => {
    const files = toRecordFiles(environment, { release });
    expect(parse(files['environments/staging/release.yaml'])).toEqual({
      apiVersion: 'sovd.io/v1',
      kind: 'ReleaseRecord',
      release: { ...release, version: 'v1.2.3' },
    });
    expect(Object.keys(files)).toHaveLength(1);
  });

  it('writes any outputs so that they are read back, in an order that never changes', () => {
    const outputs = fc.dictionary(fc.string(), fc.string(), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(outputs, original => {
        const reversed = Object.fromEntries(Object.entries(original).reverse());
        const write = (values: Record<string, string>) =>
          toRecordFiles(environment, { outputs: values })[
            'environments/staging/outputs.json'
          ];
        expect(JSON.parse(write(original))).toEqual(original);
        expect(write(reversed)).toBe(write(original));
      }),
    );
  });
});
