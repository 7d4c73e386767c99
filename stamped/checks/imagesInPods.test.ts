import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { at, type Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import { pick, podsOf, StampedChart } from '../chart/StampedChart.ts';
import { Dockerfile, lastOf } from '../images/Dockerfile.ts';
import { staging } from '../repository/matrix.ts';
import { runScript } from '../scripts/runScript.ts';
import { startPostgres } from '../scripts/StampedPostgres.ts';

let chart: StampedChart;
let released: Manifest[];
before(async () => {
  chart = await StampedChart.of(staging);
  released = await chart.render();
});
after(() => chart.dispose());

const imageOf = async (component: string) =>
  new Dockerfile(
    await readFile(
      path.join(chart.repository, component, 'Dockerfile.prod'),
      'utf8',
    ),
  ).image;

test('the page’s Service answers on 80 and leads to the port of its image [D002]', async () => {
  const service = pick(released, 'Service', 'frontend-service');
  const { port, targetPort } = at(service, 'spec.ports.0') as {
    port: number;
    targetPort: string;
  };
  const deployment = pick(released, 'Deployment', 'frontend-deployment');
  const pod = at(deployment, 'spec.template.spec.containers.0');
  const { ports } = pod as { ports: { name: string; containerPort: number }[] };
  const target = ports.find(({ name }) => name === targetPort);
  const own = lastOf(await imageOf('frontend'), 'ARG').split('=')[1];
  assert.deepEqual([port, String(target?.containerPort)], [80, own]);
});

test('pods run as the images’ users, on a root that is only read [D005 D006 D035]', async () => {
  const backend = Number(lastOf(await imageOf('backend'), 'USER'));
  assert.equal(backend, 1001);
  const pods = podsOf(released);
  assert.ok(pods.length >= 4, String(pods.map(([name]) => name)));
  for (const [name, pod] of pods) {
    const user: number = name.includes('frontend') ? 101 : backend;
    assert.equal(pod.securityContext?.runAsUser, user, name);
    assert.equal(pod.securityContext?.runAsNonRoot, true, name);
    for (const { securityContext } of pod.containers) {
      assert.equal(securityContext?.readOnlyRootFilesystem, true, name);
      assert.equal(securityContext?.allowPrivilegeEscalation, false, name);
    }
  }
});

test('a pod lives while its process answers, and is ready while the database, and Redis where asked for, answer [R014]', async t => {
  const deployment = pick(released, 'Deployment', 'backend-deployment');
  const probed = (probe: string) =>
    at(deployment, `spec.template.spec.containers.0.${probe}.httpGet.path`);
  assert.equal(probed('livenessProbe'), '/health/live');
  assert.equal(probed('readinessProbe'), '/health/ready');

  const postgres = await startPostgres();
  t.after(() => postgres.stop());
  const { code, text } = await runScript(
    path.join(chart.repository, 'backend'),
    [
      ...(['pytest', '-q', '-p', 'no:cacheprovider'] as const),
      ...['tests/test_health.py', 'tests/test_redis.py'],
    ],
    { PATH: postgres.programs, DATABASE_URL: postgres.urlOf('postgres') },
  );
  assert.equal(code, 0, text);
  assert.match(text, /^\d+ passed/m);
  assert.doesNotMatch(text, /skipped/);
});
