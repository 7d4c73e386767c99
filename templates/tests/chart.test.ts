import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { at, deployed, Helm, type Manifest } from './HelmFixture.ts';
import { examples, hostileTexts } from './StampedRepositoryFixture.ts';

let helm: Helm;
let golden: Manifest[];
before(async () => {
  helm = await Helm.find();
  golden = await helm.render();
});
after(() => helm.dispose());

const of = (kind: string, from = golden): Manifest => {
  const found = from.filter(manifest => manifest.kind === kind);
  assert.equal(found.length, 1, `${found.length} objects of kind ${kind}`);
  return found[0];
};
const workloads = () => [of('Deployment'), of('Job')];
const image = `${deployed.backend.image.repository}:${deployed.backend.image.tag}@${deployed.backend.image.digest}`;
const names = {
  'app.kubernetes.io/name': 'sovd-webapp',
  'app.kubernetes.io/instance': 'fleet-staging',
};

describe('helm lint --strict', () => {
  test('passes with the defaults', async () => {
    assert.match(await helm.lint(), /0 chart\(s\) failed/);
  });

  test('passes with the golden environment', async () => {
    const values = parse(
      await readFile(path.join(examples, 'values.yaml'), 'utf8'),
    );
    assert.match(await helm.lint(values, deployed), /0 chart\(s\) failed/);
  });
});

describe('the golden environment', () => {
  test('has these objects, named after the release and in its namespace', () => {
    assert.deepEqual(
      golden
        .map(
          ({ kind, metadata }) =>
            `${kind} ${metadata.namespace}/${metadata.name}`,
        )
        .sort(),
      [
        'ConfigMap fleet-staging/fleet-staging-backend',
        'Deployment fleet-staging/fleet-staging-backend',
        'Job fleet-staging/fleet-staging-migration',
        'PodDisruptionBudget fleet-staging/fleet-staging-backend',
        'Service fleet-staging/fleet-staging-backend',
        'ServiceAccount fleet-staging/fleet-staging-backend',
      ],
    );
  });

  test('carries the same labels on all objects and pods', () => {
    for (const manifest of golden) {
      const component = manifest.kind === 'Job' ? 'migration' : 'backend';
      const labels = {
        ...names,
        'app.kubernetes.io/component': component,
        'app.kubernetes.io/part-of': 'sovd-webapp',
        'app.kubernetes.io/version': deployed.backend.image.tag,
        'backstage.io/kubernetes-id': 'fleet',
      };
      const ofObject = {
        ...labels,
        'app.kubernetes.io/managed-by': 'Helm',
        'helm.sh/chart': 'sovd-webapp-1.0.0',
      };
      assert.deepEqual(manifest.metadata.labels, ofObject, manifest.kind);
      const pods = at(manifest, 'spec.template.metadata.labels');
      if (pods) assert.deepEqual(pods, labels);
    }
  });

  test('selects pods by what never changes', () => {
    const selector = { ...names, 'app.kubernetes.io/component': 'backend' };
    assert.deepEqual(
      at(of('Deployment'), 'spec.selector.matchLabels'),
      selector,
    );
    assert.deepEqual(at(of('Service'), 'spec.selector'), selector);
    assert.deepEqual(
      at(of('PodDisruptionBudget'), 'spec.selector.matchLabels'),
      selector,
    );
  });

  test('says the revision on each workload, but not on the pods, which would restart them', () => {
    for (const workload of workloads()) {
      assert.equal(
        workload.metadata.annotations?.['sovd.io/helm-revision'],
        '1',
      );
      assert.equal(
        JSON.stringify(at(workload, 'spec.template')).includes('helm-revision'),
        false,
      );
    }
  });

  test('runs one image, by its digest', () => {
    for (const workload of workloads())
      assert.equal(
        at(workload, 'spec.template.spec.containers.0.image'),
        image,
      );
  });

  test('keeps the Pod Security Standard "restricted", a read-only root and bounds', () => {
    for (const workload of workloads()) {
      const pod = at(workload, 'spec.template.spec');
      assert.deepEqual(at(pod, 'securityContext'), {
        runAsNonRoot: true,
        runAsUser: 1001,
        runAsGroup: 1001,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      assert.deepEqual(at(pod, 'containers.0.securityContext'), {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      assert.deepEqual(
        [
          at(pod, 'automountServiceAccountToken'),
          at(pod, 'enableServiceLinks'),
        ],
        [false, false],
      );
      for (const where of [
        'requests.cpu',
        'requests.memory',
        'limits.cpu',
        'limits.memory',
      ]) {
        assert.ok(at(pod, `containers.0.resources.${where}`), where);
      }
      assert.deepEqual(at(pod, 'volumes'), [
        { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
      ]);
      assert.equal(at(pod, 'containers.length'), 1);
    }
  });

  test('replaces pods one by one without a gap', () => {
    const spec = at(of('Deployment'), 'spec');
    assert.deepEqual(at(spec, 'strategy'), {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
    assert.deepEqual(
      [at(spec, 'replicas'), at(spec, 'progressDeadlineSeconds')],
      [3, 600],
    );
    assert.deepEqual(at(spec, 'template.spec.containers.0.lifecycle'), {
      preStop: { sleep: { seconds: 20 } },
    });
    assert.equal(at(spec, 'template.spec.terminationGracePeriodSeconds'), 75);
    assert.equal(
      at(spec, 'template.spec.containers.0.livenessProbe.httpGet.path'),
      '/health/live',
    );
    assert.equal(
      at(spec, 'template.spec.containers.0.readinessProbe.httpGet.path'),
      '/health/ready',
    );
    const spread = at(spec, 'template.spec.topologySpreadConstraints') as {
      topologyKey: string;
    }[];
    assert.deepEqual(
      spread.map(({ topologyKey }) => topologyKey),
      ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'],
    );
    assert.equal(at(of('PodDisruptionBudget'), 'spec.maxUnavailable'), 1);
  });

  test('takes the password from the Secret, before the URL that needs it', () => {
    for (const workload of workloads()) {
      const env = at(workload, 'spec.template.spec.containers.0.env') as {
        name: string;
        value?: string;
        valueFrom?: unknown;
      }[];
      const [password, url] = env.slice(-2);
      assert.deepEqual(password, {
        name: 'DATABASE_PASSWORD',
        valueFrom: {
          secretKeyRef: {
            name: 'sovd-webapp-secrets',
            key: 'database-password',
          },
        },
      });
      const { host, port, name, user } = deployed.config.database;
      const value = `postgresql+asyncpg://${user}:$(DATABASE_PASSWORD)@${host}:${port}/${name}?ssl=require`;
      assert.deepEqual(url, { name: 'DATABASE_URL', value });
    }
  });

  test('migrates in a hook that needs nothing of the release itself', () => {
    const job = of('Job');
    const { 'sovd.io/helm-revision': _, ...hooks } =
      job.metadata.annotations ?? {};
    assert.deepEqual(hooks, {
      'helm.sh/hook': 'pre-install,pre-upgrade',
      'helm.sh/hook-weight': '-5',
      'helm.sh/hook-delete-policy': 'before-hook-creation',
      'helm.sh/hook-output-log-policy': 'hook-failed,hook-succeeded',
    });
    const pod = at(job, 'spec.template.spec');
    assert.deepEqual(at(pod, 'containers.0.command'), [
      'python',
      '-m',
      'app.migrate',
    ]);
    assert.equal(at(pod, 'containers.0.workingDir'), '/app');
    assert.equal(
      at(pod, 'containers.0.terminationMessagePolicy'),
      'FallbackToLogsOnError',
    );
    assert.equal(at(pod, 'restartPolicy'), 'OnFailure');
    assert.deepEqual(
      [at(job, 'spec.backoffLimit'), at(job, 'spec.activeDeadlineSeconds')],
      [3, 600],
    );
    assert.doesNotMatch(
      JSON.stringify(pod),
      /configMapRef|configMapKeyRef|serviceAccountName/,
    );
  });
});

describe('values', () => {
  const checksum = (from: Manifest[]) =>
    at(of('Deployment', from), 'spec.template.metadata.annotations') as Record<
      string,
      string
    >;

  test('restart the pods when the configuration changes, and only then', async () => {
    const [louder, same] = await Promise.all([
      helm.render({ config: { logLevel: 'DEBUG' } }),
      helm.render({ backend: { replicaCount: 5 } }),
    ]);
    assert.equal(of('ConfigMap', louder).data?.LOG_LEVEL, 'DEBUG');
    assert.notEqual(
      checksum(louder)['checksum/config'],
      checksum(golden)['checksum/config'],
    );
    assert.equal(
      checksum(same)['checksum/config'],
      checksum(golden)['checksum/config'],
    );
  });

  test('leave the number of replicas to an autoscaler', async () => {
    const spec = at(
      of('Deployment', await helm.render({ hpa: { enabled: true } })),
      'spec',
    ) as object;
    assert.equal('replicas' in spec, false);
  });

  test('can switch parts off, with nothing of them left', async () => {
    const values = {
      migration: { enabled: false },
      serviceAccount: { create: false, name: 'given' },
      backend: { pdb: { enabled: false } },
    };
    const rendered = await helm.render(values);
    assert.deepEqual(rendered.map(({ kind }) => kind).sort(), [
      'ConfigMap',
      'Deployment',
      'Service',
    ]);
    assert.equal(
      at(of('Deployment', rendered), 'spec.template.spec.serviceAccountName'),
      'given',
    );
  });

  // Kubernetes takes no NUL in a string
  const texts = hostileTexts.filter(given => !given.includes('\u0000'));
  texts.forEach(text => {
    test(`stay data: ${JSON.stringify(text).slice(0, 40)}`, async () => {
      const values = {
        backend: { podAnnotations: { note: text } },
        config: { extraEnv: { GREETING: text } },
      };
      const rendered = await helm.render(values);
      assert.equal(rendered.length, golden.length);
      assert.equal(of('ConfigMap', rendered).data?.GREETING, text);
      assert.equal(checksum(rendered).note, text);
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
  ];
  refusals.forEach(([what, values, message]) => {
    test(`refuse ${what}, and say why`, async () => {
      await assert.rejects(helm.render(values), message);
    });
  });
});
