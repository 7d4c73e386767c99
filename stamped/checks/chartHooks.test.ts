import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import { hooksOf, missingAtStart, objectsOf } from '../chart/hookOrder.ts';
import { manifests, StampedChart } from '../chart/StampedChart.ts';
import { matrix, staging } from '../repository/matrix.ts';

const events = ['install', 'upgrade', 'rollback', 'delete'] as const;
let chart: StampedChart;
before(async () => {
  chart = await StampedChart.of(staging);
});
after(() => chart.dispose());

async function bootstrapOf(own: StampedChart): Promise<Manifest[]> {
  const folder = path.join(
    own.repository,
    'infrastructure/k8s/bootstrap',
    own.environment,
  );
  const texts = (await readdir(folder)).map(name =>
    readFile(path.join(folder, name), 'utf8'),
  );
  return (await Promise.all(texts)).flatMap(manifests);
}
const namesOf = (from: Manifest[]) =>
  from.map(({ kind, metadata }) => `${kind} ${metadata.name}`);

for (const variant of matrix.filter(({ name }) => name.includes('-irsa-'))) {
  test(`${variant.name}: no pod waits for what isn’t there, in any event [H023 M004]`, async t => {
    const own = await StampedChart.of(variant);
    t.after(() => own.dispose());
    const [from, bootstrap] = await Promise.all([
      own.render(),
      bootstrapOf(own),
    ]);
    for (const event of events)
      assert.deepEqual(missingAtStart(from, event, bootstrap), [], event);
  });
}

['placeholder', 'externalSecret'].forEach(mode => {
  test(`with secrets.mode ${mode} even an empty namespace is enough [H023 M004]`, async () => {
    const from = await chart.defaults({ secrets: { mode } });
    for (const event of events)
      assert.deepEqual(missingAtStart(from, event, []), [], event);
    const [first, second] = namesOf(hooksOf(from, 'pre-install'));
    assert.match(first, /Secret fleet-staging-secrets$/);
    assert.equal(second, 'Job fleet-staging-migration');
  });
});

test('the migration ends before a pod of the new version starts, and a rollback leaves the schema alone [M004 M014]', async () => {
  const from = await chart.render();
  for (const event of ['install', 'upgrade'])
    assert.deepEqual(namesOf(hooksOf(from, `pre-${event}`)), [
      'Job fleet-staging-migration',
    ]);
  assert.ok(!namesOf(objectsOf(from)).some(name => name.startsWith('Job ')));
  for (const event of ['rollback', 'delete'])
    assert.deepEqual(
      [...hooksOf(from, `pre-${event}`), ...hooksOf(from, `post-${event}`)],
      [],
    );
});

test('the play finds a migration that needs what the release makes only later', async () => {
  const from = await chart.defaults();
  const job = from.find(({ kind }) => kind === 'Job');
  assert.ok(job);
  const early = {
    ...job,
    metadata: {
      ...job.metadata,
      annotations: {
        ...job.metadata.annotations,
        'helm.sh/hook-weight': '-30',
      },
    },
  };
  const changed = from.map(one => (one === job ? early : one));
  assert.deepEqual(missingAtStart(changed, 'install', []), [
    'Job fleet-staging-migration waits for Secret fleet-staging-secrets',
  ]);
  const secret = from.find(({ kind }) => kind === 'Secret');
  assert.ok(
    missingAtStart(
      from.filter(one => one !== secret),
      'upgrade',
      [],
    ).includes(
      'Deployment backend-deployment waits for Secret fleet-staging-secrets',
    ),
  );
});
