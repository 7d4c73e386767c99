import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { at, type Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import { pick, StampedChart } from '../chart/StampedChart.ts';
import { production, staging } from '../repository/matrix.ts';

describe('what the chart asks of the cloud, in production', () => {
  let chart: StampedChart;
  let other: StampedChart;
  let rendered: Manifest[];
  let values: Record<string, unknown>;
  before(async () => {
    [chart, other] = await Promise.all([
      StampedChart.of({
        ...production,
        answers: { ...production.answers, tracing: true },
      }),
      StampedChart.of(staging),
    ]);
    values = await chart.read('environments/production/values.yaml');
    rendered = await chart.render();
  });
  after(() => Promise.all([chart?.dispose(), other?.dispose()]));

  test('five pods of the backend and three of the frontend, scaled to 20 and 8 [T012 T013 T031]', () => {
    assert.equal(at(values, 'backend.replicaCount'), 5);
    assert.equal(at(values, 'frontend.replicaCount'), 3);
    const scaling = (name: string) =>
      at(pick(rendered, 'HorizontalPodAutoscaler', name), 'spec');
    assert.partialDeepStrictEqual(scaling('fleet-production-backend'), {
      minReplicas: 5,
      maxReplicas: 20,
      metrics: [{ resource: { target: { averageUtilization: 70 } } }],
    });
    assert.partialDeepStrictEqual(scaling('fleet-production-frontend'), {
      minReplicas: 3,
      maxReplicas: 8,
    });
  });

  test('its namespace, domain and resources [T015 T017]', () => {
    assert.equal(at(values, 'global.namespace'), 'fleet-production');
    assert.equal(at(values, 'global.domain'), 'fleet.sovd.dev');
    assert.deepEqual(at(values, 'backend.resources'), {
      requests: { cpu: '500m', memory: '512Mi' },
      limits: { cpu: '1000m', memory: '1024Mi' },
    });
  });

  test('images in the account’s own registry [T016]', async () => {
    const file = 'infrastructure/helm/sovd-webapp/values-production.yaml';
    for (const component of ['backend', 'frontend']) {
      assert.equal(
        at(await chart.read(file), `${component}.image.repository`),
        `123456789012.dkr.ecr.us-east-1.amazonaws.com/fleet-production-${component}`,
      );
    }
  });

  test('database and cache by host, port, name and user, ports as texts [T018 T019]', async () => {
    const schema = await chart.read(
      'infrastructure/helm/sovd-webapp/values.schema.json',
    );
    const database = at(
      schema,
      'properties.config.properties.database.properties',
    ) as object;
    for (const key of ['host', 'port', 'name', 'user']) {
      assert.ok(key in database, key);
    }
    for (const wrong of [
      { database: { port: 5432 } },
      { redis: { port: 1 } },
    ]) {
      await assert.rejects(chart.render({ config: wrong }), /port/);
    }
  });

  test('settings of vehicles and of tracing [T021 T023]', async () => {
    const { data } = pick(rendered, 'ConfigMap', 'fleet-production-config');
    assert.partialDeepStrictEqual(data, {
      VEHICLE_ENDPOINT_URL: 'vehicle-connector-service:50051',
      VEHICLE_USE_TLS: 'false',
      VEHICLE_GRPC_TIMEOUT: '30',
      OTEL_SERVICE_NAME: 'fleet',
    });
    assert.match(data?.OTEL_EXPORTER_OTLP_ENDPOINT ?? '', /^http/);
    const without = await other.render({
      vehicleConnector: { enabled: false },
    });
    const config = pick(without, 'ConfigMap', 'fleet-staging-config');
    assert.equal(config.data?.VEHICLE_ENDPOINT_URL, 'localhost:50051');
    assert.ok(!('OTEL_SERVICE_NAME' in (config.data ?? {})));
  });

  test('sizes by the tier [T043 T049]', async () => {
    const answers = async (of: StampedChart) =>
      at(
        await of.read(`environments/${of.environment}/environment.yaml`),
        'answers',
      );
    assert.partialDeepStrictEqual(await answers(chart), {
      databaseClass: 'db.t3.large',
      cacheNodeType: 'cache.t3.medium',
    });
    assert.partialDeepStrictEqual(await answers(other), {
      databaseClass: 'db.t3.medium',
      cacheNodeType: 'cache.t3.small',
    });
  });

  test('an External Secrets store and secret before the first release [T011]', async () => {
    const bootstrap = 'infrastructure/k8s/bootstrap/production';
    for (const [file, kind] of [
      ['secret-store.yaml', 'SecretStore'],
      ['external-secret.yaml', 'ExternalSecret'],
    ]) {
      assert.partialDeepStrictEqual(await chart.read(`${bootstrap}/${file}`), {
        apiVersion: 'external-secrets.io/v1',
        kind,
      });
    }
  });
});
