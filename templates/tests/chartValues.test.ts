import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { at, Helm, type Manifest } from './HelmFixture.ts';
import { hostileTexts } from './StampedRepositoryFixture.ts';

let helm: Helm;
let golden: Manifest[];
before(async () => {
  helm = await Helm.find();
  golden = await helm.render();
});
after(() => helm.dispose());

const deployment = (name: string, from = golden) => {
  const found = from.find(
    ({ kind, metadata }) => kind === 'Deployment' && metadata.name === name,
  );
  assert.ok(found, name);
  return found;
};
const configOf = (from: Manifest[]) =>
  from.find(({ kind }) => kind === 'ConfigMap')?.data;
const annotations = (from: Manifest[]) =>
  at(
    deployment('backend-deployment', from),
    'spec.template.metadata.annotations',
  ) as Record<string, string>;

describe('values', () => {
  test('restart the pods when the configuration changes, and only then', async () => {
    const [louder, same] = await Promise.all([
      helm.render({ config: { logLevel: 'DEBUG' } }),
      helm.render({ backend: { replicaCount: 5 } }),
    ]);
    assert.equal(configOf(louder)?.LOG_LEVEL, 'DEBUG');
    const checksum = 'checksum/config';
    assert.notEqual(
      annotations(louder)[checksum],
      annotations(golden)[checksum],
    );
    assert.equal(annotations(same)[checksum], annotations(golden)[checksum]);
  });

  test('can switch parts off, with nothing of them left', async () => {
    const off = { enabled: false };
    const rendered = await helm.render({
      migration: off,
      hpa: off,
      ingress: off,
      networkPolicy: off,
      serviceAccount: { create: false, name: 'given' },
      backend: { pdb: off },
      frontend: { pdb: off },
    });
    assert.deepEqual(
      rendered.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort(),
      [
        'ConfigMap fleet-staging-config',
        'Deployment backend-deployment',
        'Deployment frontend-deployment',
        'Pod fleet-staging-test-connection',
        'Service backend',
        'Service backend-service',
        'Service frontend-service',
      ],
    );
    assert.equal(
      at(
        deployment('backend-deployment', rendered),
        'spec.template.spec.serviceAccountName',
      ),
      'given',
    );
  });

  // Kubernetes takes no NUL in a string
  const texts = hostileTexts.filter(given => !given.includes('\u0000'));
  texts.forEach(text => {
    test(`stay data: ${JSON.stringify(text).slice(0, 40)}`, async () => {
      const note = { note: text };
      const rendered = await helm.render({
        backend: { podAnnotations: note, service: { annotations: note } },
        frontend: { podAnnotations: note },
        ingress: { annotations: note },
        serviceAccount: { annotations: note },
        config: { extraEnv: { GREETING: text } },
      });
      assert.equal(rendered.length, golden.length);
      assert.equal(configOf(rendered)?.GREETING, text);
      assert.equal(annotations(rendered).note, text);
      for (const [kind, count] of [
        ['Service', 2],
        ['Ingress', 1],
        ['ServiceAccount', 1],
      ] as const) {
        const noted = rendered.filter(
          manifest =>
            manifest.kind === kind &&
            manifest.metadata.annotations?.note === text,
        );
        assert.equal(noted.length, count, kind);
      }
    });
  });

  const refusals: [string, object, RegExp][] = [
    [
      'an unknown value',
      { backend: { replicas: 3 } },
      /at '\/backend': additional properties 'replicas' not allowed/,
    ],
    [
      'too many replicas',
      { backend: { replicaCount: 99 } },
      /at '\/backend\/replicaCount': maximum: got 99, want 50/,
    ],
    [
      'a log level',
      { config: { logLevel: 'LOUD' } },
      /at '\/config\/logLevel': value must be one of 'DEBUG', 'INFO'/,
    ],
    [
      'a tag',
      { backend: { image: { tag: 'a b' } } },
      /at '\/backend\/image\/tag': 'a b' does not match pattern/,
    ],
    [
      'a digest',
      { backend: { image: { digest: 'sha256:1' } } },
      /at '\/backend\/image\/digest'/,
    ],
    [
      'a host',
      { config: { database: { host: 'db/x?ssl=disable#' } } },
      /at '\/config\/database\/host'/,
    ],
    [
      'a port that is a number',
      { config: { database: { port: 5432 } } },
      /at '\/config\/database\/port': got number, want string/,
    ],
    [
      'a secret in the environment',
      { config: { extraEnv: { API_TOKEN: 'x' } } },
      /invalid propertyName 'API_TOKEN'/,
    ],
    [
      'a variable of the chart',
      { config: { extraEnv: { DATABASE_URL: 'x' } } },
      /invalid propertyName 'DATABASE_URL'/,
    ],
    [
      'a deadline',
      { deployment: { progressDeadlineSeconds: 5 } },
      /minimum: got 5, want 10/,
    ],
    [
      '"latest"',
      { backend: { image: { tag: 'latest', digest: '' } } },
      /is "latest" in the tier "staging": nobody could say what runs/,
    ],
    [
      'the placeholder image',
      { backend: { image: { repository: 'YOUR_ECR_REGISTRY/sovd-backend' } } },
      /is the placeholder/,
    ],
    [
      'a grace period',
      { backend: { terminationGracePeriodSeconds: 40 } },
      /it must be at least preStopSeconds \+ 30 = 50/,
    ],
    [
      'a rollout that can never move',
      { deployment: { strategy: { rollingUpdate: { maxSurge: 0 } } } },
      /no pod could ever be replaced/,
    ],
    [
      'another namespace than the release has',
      { global: { namespace: 'production' } },
      /global\.namespace is "production", but the release goes to "fleet-staging"/,
    ],
    [
      '"latest" of the frontend',
      { frontend: { image: { tag: 'latest', digest: '' } } },
      /frontend\.image\.tag is "latest" in the tier "staging"/,
    ],
    [
      'placeholder secrets outside development',
      { secrets: { mode: 'placeholder' } },
      /secrets\.mode is "placeholder" in the tier "staging": anybody could guess/,
    ],
    [
      'more pods than the database has connections for',
      { hpa: { maxReplicas: 11 } },
      /12 pods with 30 connections each and 20 more are 380, but only 360/,
    ],
    [
      'more workers than the database has connections for',
      { backend: { workers: 4 } },
      /11 pods with 120 connections each/,
    ],
    [
      'a minimum above the maximum',
      { hpa: { frontend: { minReplicas: 6 } } },
      /hpa\.frontend\.minReplicas is 6, more than maxReplicas 5/,
    ],
    [
      'an ALB without a certificate',
      { ingress: { certificateDiscovery: false } },
      /has no alb\.ingress\.kubernetes\.io\/certificate-arn of ACM/,
    ],
    [
      'a canary without an ALB',
      { rollout: { strategy: 'canary' }, ingress: { enabled: false } },
      /moves the traffic of an ALB: set ingress\.enabled to true/,
    ],
    [
      'a canary that goes backwards',
      {
        rollout: {
          strategy: 'canary',
          canary: { steps: [{ weight: 50 }, { weight: 10 }] },
        },
        config: { database: { poolSize: 12, maxOverflow: 6 } },
      },
      /weight 10 follows 50, but each step must have more traffic/,
    ],
    [
      'a canary that never ends',
      {
        rollout: { strategy: 'canary', canary: { steps: [{ weight: 50 }] } },
        config: { database: { poolSize: 12, maxOverflow: 6 } },
      },
      /end at weight 50: the last must be 100/,
    ],
    [
      'tracing to nowhere',
      { config: { tracing: { enabled: true } } },
      /at '\/config\/tracing\/otlpEndpoint': minLength: got 0, want 1/,
    ],
    [
      'an address block',
      { networkPolicy: { vpcCidr: '10.0.0.0' } },
      /at '\/networkPolicy\/vpcCidr': '10\.0\.0\.0' does not match pattern/,
    ],
    ['root', { frontend: { runAsUser: 0 } }, /minimum: got 0, want 1/],
  ];
  refusals.forEach(([what, values, message]) => {
    test(`refuse ${what}, and say why`, async () => {
      await assert.rejects(helm.render(values), message);
    });
  });
});
