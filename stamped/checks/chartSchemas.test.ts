import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import type { Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import { stringify } from 'yaml';
import { namesOf, StampedChart } from '../chart/StampedChart.ts';
import { writeManifestSchemas } from '../chart/manifestSchemas.ts';
import { matrix, type Variant } from '../repository/matrix.ts';
import { checkTool } from '../tools/checkTool.ts';

let folder: string;
let schemas: string;
let versions: string[];
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sovd-manifests-'));
  schemas = path.join(folder, 'schemas');
  versions = await writeManifestSchemas(schemas);
});
after(() => rm(folder, { recursive: true, force: true }));

/** What kubeconform says of files or folders, for one version of Kubernetes. */
async function judge(version: string, ...files: string[]): Promise<string> {
  const places = [
    `${schemas}/{{.NormalizedKubernetesVersion}}/{{.ResourceKind}}{{.KindSuffix}}.json`,
    `${schemas}/operators/{{.ResourceKind}}{{.KindSuffix}}.json`,
  ].flatMap(place => ['-schema-location', place]);
  const options = ['-strict', '-summary', '-kubernetes-version', version];
  return runProgram(await checkTool('kubeconform'), [
    ...options,
    ...places,
    ...files,
  ]);
}

const write = (name: string, from: Manifest[]) =>
  writeFile(
    path.join(folder, 'manifests', name),
    from.map(manifest => stringify(manifest)).join('---\n'),
  );

/** Renders all an environment can have, and keeps it with its bootstrap manifests. */
async function keep(variant: Variant): Promise<void> {
  const chart = await StampedChart.of(variant);
  try {
    const from = await chart.render();
    const canary = variant.answers.strategy === 'canary';
    assert.equal(namesOf(from, 'Rollout').length, canary ? 1 : 0);
    await write(`${variant.name}.yaml`, from);
    await cp(
      path.join(chart.repository, 'infrastructure/k8s/bootstrap'),
      path.join(folder, 'manifests', variant.name),
      { recursive: true },
    );
  } finally {
    await chart.dispose();
  }
}

test('everything is valid for Kubernetes 1.33 to 1.36, whatever was answered [H005 H036 H091]', async () => {
  assert.deepEqual(
    versions.map(version => version.split('.').slice(0, 2).join('.')),
    ['1.33', '1.34', '1.35', '1.36'],
  );
  await mkdir(path.join(folder, 'manifests'));
  await Promise.all(
    [0, 1].map(async half => {
      for (const variant of matrix.filter((_, index) => index % 2 === half))
        await keep(variant);
    }),
  );
  const chart = await StampedChart.of(matrix[0]);
  await write('defaults.yaml', await chart.defaults());
  await write(
    'external-secret.yaml',
    await chart.defaults({
      secrets: { mode: 'externalSecret', useDatabaseUrlKey: true },
      backend: { probes: { startup: { periodSeconds: 5 } } },
      ingress: { tls: [{ hosts: ['a.example.com'], secretName: 'sovd-tls' }] },
      global: { imagePullSecrets: ['registry'] },
    }),
  );
  await chart.dispose();
  for (const version of versions) {
    const said = await judge(version, path.join(folder, 'manifests'));
    const [, valid] = /Valid: (\d+), Invalid: 0, Errors: 0, Skipped: 0/.exec(
      said,
    ) ?? ['', '0'];
    assert.ok(Number(valid) > 32 * 20, `${version}: ${said}`);
  }
});

const wrong: [string, object, RegExp][] = [
  [
    'a field that is misspelt',
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'a' },
      spec: { prots: [] },
    },
    /prots/,
  ],
  [
    'a field of a definition that is misspelt',
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: { name: 'a' },
      spec: { selector: {}, endpoints: [{ prot: 'http' }] },
    },
    /prot/,
  ],
  [
    'a version that is gone',
    {
      apiVersion: 'autoscaling/v2beta2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'a' },
    },
    /could not find schema/,
  ],
];
wrong.forEach(([what, manifest, message]) => {
  test(`the check finds ${what} [H091]`, async () => {
    const file = path.join(folder, 'wrong.yaml');
    await writeFile(file, stringify(manifest));
    await assert.rejects(judge(versions[0], file), message);
  });
});
