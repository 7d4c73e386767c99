import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { at, Helm, type Manifest } from './HelmFixture.ts';

let helm: Helm;
before(async () => {
  helm = await Helm.find();
});
after(() => helm.dispose());

/** Kinds that run pods, with the path of their pods' specification. */
const podPaths: Record<string, string> = {
  Deployment: 'spec.template.spec',
  Rollout: 'spec.template.spec',
  Job: 'spec.template.spec',
  Pod: 'spec',
};

interface Rule {
  path: string;
  backend: { service: { name: string; port: { name: string } } };
}
const find = (from: Manifest[], kind: string, name: string) =>
  from.find(
    manifest => manifest.kind === kind && manifest.metadata.name === name,
  );
const namesOf = (from: Manifest[], kind: string) =>
  from
    .filter(manifest => manifest.kind === kind)
    .map(({ metadata }) => metadata.name)
    .sort();

/** Each name that a pod takes from the release exists in it; the Secret is there before. */
function checkReferences(from: Manifest[]) {
  for (const manifest of from.filter(({ kind }) => kind in podPaths)) {
    const pod = at(manifest, podPaths[manifest.kind]);
    const container = at(pod, 'containers.0');
    const config = at(container, 'envFrom.0.configMapRef.name');
    if (config) assert.ok(find(from, 'ConfigMap', String(config)));
    const account = at(pod, 'serviceAccountName');
    if (account) assert.ok(find(from, 'ServiceAccount', String(account)));
    const env = (at(container, 'env') ?? []) as { name: string }[];
    const seen = new Set<string>();
    for (const entry of env) {
      const value = String(at(entry, 'value') ?? '');
      for (const [, name] of value.matchAll(/\$\(([A-Z_]+)\)/g))
        assert.ok(seen.has(name), `${entry.name} comes before ${name}`);
      const secret = at(entry, 'valueFrom.secretKeyRef.name');
      if (secret) assert.equal(secret, 'sovd-webapp-secrets');
      seen.add(entry.name);
    }
    assert.equal(at(pod, 'securityContext.runAsNonRoot'), true);
    assert.equal(at(container, 'securityContext.readOnlyRootFilesystem'), true);
    assert.ok(at(container, 'resources.requests.cpu'), manifest.metadata.name);
  }
}

/** Each autoscaler, Service and rule of the Ingress leads to a workload that exists. */
function checkTargets(from: Manifest[]) {
  const components = from
    .filter(({ kind }) => kind === 'Deployment' || kind === 'Rollout')
    .map(({ metadata }) => metadata.labels['app.kubernetes.io/component']);
  assert.equal(
    new Set(components).size,
    components.length,
    'one per component',
  );
  for (const manifest of from) {
    if (manifest.kind === 'HorizontalPodAutoscaler') {
      const { kind, name } = at(manifest, 'spec.scaleTargetRef') as {
        kind: string;
        name: string;
      };
      assert.ok(find(from, kind, name), `${kind} ${name}`);
    }
    if (manifest.kind === 'Service') {
      assert.equal(at(manifest, 'spec.type'), 'ClusterIP');
      const component = at(manifest, 'spec.selector') as Record<string, string>;
      assert.ok(components.includes(component['app.kubernetes.io/component']));
    }
    if (manifest.kind === 'Ingress') {
      for (const { backend } of at(
        manifest,
        'spec.rules.0.http.paths',
      ) as Rule[])
        assert.ok(find(from, 'Service', backend.service.name));
    }
  }
}

describe('strategy × connector × tier', () => {
  const cells = ['staging', 'production'].flatMap(environment =>
    ['rolling', 'canary'].flatMap(strategy =>
      [true, false].map(enabled => ({ environment, strategy, enabled })),
    ),
  );
  cells.forEach(({ environment, strategy, enabled }) => {
    const cell = `${environment}, ${strategy}, connector ${
      enabled ? 'on' : 'off'
    }`;
    test(cell, async () => {
      const from = await helm.renderOf(environment, {
        rollout: { strategy },
        vehicleConnector: { enabled },
        config: { database: { poolSize: 12, maxOverflow: 6 } },
      });
      checkReferences(from);
      checkTargets(from);
      const canary = strategy === 'canary';
      assert.deepEqual(namesOf(from, 'Deployment'), [
        ...(canary ? [] : ['backend-deployment']),
        'frontend-deployment',
        ...(enabled ? ['vehicle-connector-deployment'] : []),
      ]);
      assert.deepEqual(
        namesOf(from, 'Rollout'),
        canary ? ['backend-deployment'] : [],
      );
      assert.deepEqual(
        namesOf(from, 'AnalysisTemplate'),
        canary
          ? [
              `fleet-${environment}-backend`,
              `fleet-${environment}-backend-background`,
            ]
          : [],
      );
      const text = JSON.stringify(
        from.filter(
          ({ kind }) => kind !== 'ConfigMap' && kind !== 'PrometheusRule',
        ),
      );
      assert.equal(text.includes('vehicle-connector'), enabled);
      const production = environment === 'production';
      assert.equal(namesOf(from, 'ServiceMonitor').length, production ? 1 : 0);
    });
  });
});

describe('the defaults, for a machine of a developer', () => {
  let from: Manifest[];
  before(async () => {
    from = await helm.template('sovd-webapp', []);
  });

  test('have three pods of backend and frontend, and bounds for the autoscaler', () => {
    for (const [component, replicas, bounds] of [
      ['backend', 3, [3, 10]],
      ['frontend', 3, [2, 5]],
    ] as const) {
      const workload = find(from, 'Deployment', `${component}-deployment`);
      assert.equal(at(workload, 'spec.replicas'), replicas);
      const scaler = find(
        from,
        'HorizontalPodAutoscaler',
        `sovd-webapp-${component}`,
      );
      assert.equal(scaler?.apiVersion, 'autoscaling/v2');
      assert.deepEqual(
        [at(scaler, 'spec.minReplicas'), at(scaler, 'spec.maxReplicas')],
        bounds,
      );
      assert.deepEqual(at(scaler, 'spec.metrics'), [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 70 },
          },
        },
      ]);
      assert.deepEqual(at(scaler, 'spec.behavior'), {
        scaleUp: {
          policies: [{ type: 'Pods', value: 2, periodSeconds: 60 }],
        },
        scaleDown: {
          stabilizationWindowSeconds: 300,
          policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }],
        },
      });
    }
  });

  test('leave the replicas of an upgrade to the autoscaler, and say them without one', async () => {
    const replicas = async (...options: string[]) =>
      at(
        find(
          await helm.template('sovd-webapp', options),
          'Deployment',
          'backend-deployment',
        ),
        'spec.replicas',
      );
    assert.equal(await replicas('--is-upgrade'), undefined);
    assert.equal(await replicas('--is-upgrade', '--set=hpa.enabled=false'), 3);
  });

  test('lead /api and /ws to the backend before / to the frontend', () => {
    const ingress = find(from, 'Ingress', 'sovd-webapp');
    assert.equal(at(ingress, 'spec.ingressClassName'), 'alb');
    assert.deepEqual(at(ingress, 'spec.tls'), [
      { hosts: ['sovd.example.com'] },
    ]);
    assert.deepEqual(
      (at(ingress, 'spec.rules.0.http.paths') as Rule[]).map(
        ({ path, backend }) => `${path} ${backend.service.name}`,
      ),
      ['/api backend', '/ws backend', '/ frontend-service'],
    );
    const annotations = ingress?.metadata.annotations ?? {};
    const alb = Object.keys(annotations).filter(key =>
      key.startsWith('alb.ingress.kubernetes.io/'),
    );
    assert.ok(alb.length >= 6, String(alb));
    assert.deepEqual(
      JSON.parse(annotations['alb.ingress.kubernetes.io/listen-ports']),
      [{ HTTP: 80 }, { HTTPS: 443 }],
    );
  });

  test('serve under these names and ports', () => {
    const services = from
      .filter(({ kind }) => kind === 'Service')
      .map(service => [
        service.metadata.name,
        at(service, 'spec.ports.0.port'),
        service.metadata.annotations?.[
          'alb.ingress.kubernetes.io/healthcheck-path'
        ],
      ]);
    assert.deepEqual(services, [
      ['backend', 8000, '/health/ready'],
      ['backend-service', 8000, '/health/ready'],
      ['frontend-service', 80, '/health'],
    ]);
  });

  test('hold placeholders that say what they are, made before the migration needs them', () => {
    const secret = find(from, 'Secret', 'sovd-webapp-secrets');
    const texts = Object.entries(secret?.data ?? {}).map(([key, value]) => [
      key,
      Buffer.from(value, 'base64').toString(),
    ]);
    assert.deepEqual(texts, [
      ['database-password', 'placeholder'],
      ['jwt-secret', 'placeholder'],
      ['redis-password', 'placeholder'],
    ]);
    assert.equal(secret?.metadata.annotations?.['helm.sh/hook-weight'], '-20');
  });

  test('keep what is secret out of the ConfigMap', () => {
    const data = find(from, 'ConfigMap', 'sovd-webapp-config')?.data ?? {};
    for (const key of ['DATABASE_HOST', 'REDIS_HOST', 'LOG_LEVEL'])
      assert.ok(key in data, key);
    assert.equal(data.CORS_ORIGINS, 'https://sovd.example.com');
    assert.doesNotMatch(
      Object.keys(data).join(' '),
      /PASSWORD|SECRET|TOKEN|_KEY|_URL\b(?<!ENDPOINT_URL)/,
    );
  });
});

describe('the vehicle connector', () => {
  test('runs the image of the backend with another command, and is asked by gRPC', async () => {
    const from = await helm.template('sovd-webapp', [], {
      vehicleConnector: { enabled: true },
    });
    const container = (name: string) =>
      at(find(from, 'Deployment', name), 'spec.template.spec.containers.0');
    const connector = container('vehicle-connector-deployment');
    assert.equal(
      at(connector, 'image'),
      at(container('backend-deployment'), 'image'),
    );
    assert.deepEqual(at(connector, 'command'), [
      'python',
      '-m',
      'app.vehicle_connector',
    ]);
    assert.deepEqual(at(connector, 'readinessProbe.grpc'), { port: 50051 });
    const service = find(from, 'Service', 'vehicle-connector-service');
    assert.deepEqual(at(service, 'spec.ports'), [
      { name: 'grpc', port: 50051, targetPort: 'grpc', appProtocol: 'grpc' },
      {
        name: 'metrics',
        port: 9464,
        targetPort: 'metrics',
        appProtocol: 'http',
      },
    ]);
    assert.equal(
      at(
        find(from, 'Deployment', 'vehicle-connector-deployment'),
        'spec.replicas',
      ),
      2,
    );
    assert.equal(
      find(from, 'ConfigMap', 'sovd-webapp-config')?.data?.VEHICLE_ENDPOINT_URL,
      'vehicle-connector-service:50051',
    );
  });
});

describe('addresses with passwords', () => {
  const env = async (values: object) =>
    at(
      find(await helm.render(values), 'Deployment', 'backend-deployment'),
      'spec.template.spec.containers.0.env',
    ) as { name: string; value?: string; valueFrom?: unknown }[];

  test('name no empty password of Redis, and use TLS where it does', async () => {
    const urlOf = async (redis: object) =>
      (await env({ config: { redis } })).find(
        ({ name }) => name === 'REDIS_URL',
      )?.value;
    assert.equal(
      await urlOf({ host: 'redis', tls: false, auth: false }),
      'redis://redis:6379/0',
    );
    assert.equal(
      await urlOf({ host: 'redis', tls: true, auth: true, db: 2 }),
      'rediss://:$(REDIS_PASSWORD)@redis:6379/2',
    );
  });

  test('come whole from the Secret where that is asked for', async () => {
    const given = await env({ secrets: { useDatabaseUrlKey: true } });
    assert.deepEqual(
      given.find(({ name }) => name === 'DATABASE_URL'),
      {
        name: 'DATABASE_URL',
        valueFrom: {
          secretKeyRef: { name: 'sovd-webapp-secrets', key: 'database-url' },
        },
      },
    );
  });

  test('are asked for by an ExternalSecret that leaves the Secret when it goes', async () => {
    const from = await helm.render({
      secrets: { mode: 'externalSecret', useDatabaseUrlKey: true },
    });
    const external = find(from, 'ExternalSecret', 'sovd-webapp-secrets');
    assert.equal(external?.apiVersion, 'external-secrets.io/v1');
    assert.deepEqual(
      [
        at(external, 'spec.target.creationPolicy'),
        at(external, 'spec.target.deletionPolicy'),
      ],
      ['Orphan', 'Retain'],
    );
    assert.match(
      String(at(external, 'spec.target.template.data.database-url')),
      /^postgresql\+asyncpg:\/\/sovd:\{\{ index \. "database-password" \| urlquery \}\}@/,
    );
  });
});
