import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fleetObjects } from './fleetObjects.ts';

test('an environment has a namespace and what the portal follows', () => {
  const objects = fleetObjects('fleet-0001-staging');
  assert.deepEqual(
    objects.map(({ path }) => path),
    [
      '/api/v1/namespaces',
      '/apis/apps/v1/namespaces/fleet-0001-staging/deployments',
      '/apis/apps/v1/namespaces/fleet-0001-staging/deployments',
    ],
  );
  const text = JSON.stringify(objects);
  assert.equal(text.split('"app.kubernetes.io/part-of"').length, 1 + 2 * 3);
});
