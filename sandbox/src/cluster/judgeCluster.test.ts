import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeCluster, neededKinds } from './judgeCluster.ts';

const good = {
  version: 'v1.36.3-eks-1a2b3c',
  kinds: [...neededKinds, 'stages.kwok.x-k8s.io/v1alpha1'],
  refused: [],
  imageRepositoryPattern: 'registry.example.com/{owner}/{name}-{component}',
};

test('says nothing of a cluster that has all', () => {
  assert.deepEqual(judgeCluster(good), []);
  assert.deepEqual(judgeCluster({ ...good, version: 'v1.33.0' }), []);
});

test('names each thing that is missing, with its remedy', () => {
  const cases: [Partial<typeof good>, RegExp][] = [
    [{ version: 'v1.32.9' }, /Kubernetes 1\.33 to 1\.36: this is v1\.32\.9/],
    [{ version: 'v1.37.0' }, /choose another context/],
    [{ version: 'v2.34.0' }, /Kubernetes 1\.33/],
    [{ version: 'unknown' }, /this is unknown/],
    [{ kinds: [neededKinds[0]] }, /External Secrets \(secretstores[^,]*\)/],
    [
      { kinds: ['externalsecrets.external-secrets.io/v1beta1'] },
      /install its chart/,
    ],
    [{ imageRepositoryPattern: undefined }, /SOVD_IMAGE_REPOSITORY_PATTERN/],
  ];
  for (const [wrong, said] of cases) {
    const [line, ...more] = judgeCluster({ ...good, ...wrong });
    assert.match(line, said);
    assert.deepEqual(more, []);
  }
  const refused = ['create namespaces', 'bind cluster roles'];
  assert.equal(judgeCluster({ ...good, refused, kinds: [] }).length, 3);
});
