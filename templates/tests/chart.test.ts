import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { at, deployed, Helm, type Manifest } from './HelmFixture.ts';
import { examplesOf } from './StampedRepositoryFixture.ts';

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
const named = (kind: string, name: string, from = golden): Manifest => {
  const found = from.find(
    manifest => manifest.kind === kind && manifest.metadata.name === name,
  );
  assert.ok(found, `there is no ${kind} ${name}`);
  return found;
};
const backend = (from = golden) =>
  named('Deployment', 'backend-deployment', from);
const workloads = () => [
  backend(),
  named('Deployment', 'frontend-deployment'),
  of('Job'),
];
const reference = ({
  repository,
  tag,
  digest,
}: typeof deployed.backend.image) => `${repository}:${tag}@${digest}`;
const names = {
  'app.kubernetes.io/name': 'sovd-webapp',
  'app.kubernetes.io/instance': 'fleet-staging',
};

describe('helm lint --strict', () => {
  test('passes with the defaults', async () => {
    assert.match(await helm.lint(), /0 chart\(s\) failed/);
  });

  ['staging', 'production'].forEach(environment => {
    test(`passes with the golden environment ${environment}`, async () => {
      const values = parse(
        await readFile(
          path.join(examplesOf(environment), 'values.yaml'),
          'utf8',
        ),
      );
      // lint's release is in the namespace "default"
      const guard = { global: { namespace: '' } };
      assert.match(
        await helm.lint(values, deployed, guard),
        /0 chart\(s\) failed/,
      );
    });
  });

  test('passes with the values of production for a deployment by hand', async () => {
    const file = path.join(examplesOf('production'), 'values-production.yaml');
    const values = parse(await readFile(file, 'utf8'));
    assert.match(
      await helm.lint(values, { global: { namespace: '' } }),
      /0 chart\(s\) failed/,
    );
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
        'ConfigMap fleet-staging/fleet-staging-config',
        'Deployment fleet-staging/backend-deployment',
        'Deployment fleet-staging/frontend-deployment',
        'HorizontalPodAutoscaler fleet-staging/fleet-staging-backend',
        'HorizontalPodAutoscaler fleet-staging/fleet-staging-frontend',
        'Ingress fleet-staging/fleet-staging',
        'Job fleet-staging/fleet-staging-migration',
        'NetworkPolicy fleet-staging/fleet-staging-backend',
        'NetworkPolicy fleet-staging/fleet-staging-frontend',
        'NetworkPolicy fleet-staging/fleet-staging-migration',
        'NetworkPolicy fleet-staging/fleet-staging-test',
        'Pod fleet-staging/fleet-staging-test-connection',
        'PodDisruptionBudget fleet-staging/fleet-staging-backend',
        'PodDisruptionBudget fleet-staging/fleet-staging-frontend',
        'Service fleet-staging/backend',
        'Service fleet-staging/backend-service',
        'Service fleet-staging/frontend-service',
        'ServiceAccount fleet-staging/fleet-staging-backend',
      ],
    );
  });

  test('carries the same labels on all objects and pods', () => {
    for (const manifest of golden) {
      const component = manifest.metadata.labels['app.kubernetes.io/component'];
      assert.match(component, /^(backend|frontend|migration|test)$/);
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
      const { 'sovd.io/service': _, ...shared } = manifest.metadata.labels;
      assert.deepEqual(shared, ofObject, manifest.kind);
      const pods = at(manifest, 'spec.template.metadata.labels');
      if (pods) assert.deepEqual(pods, labels);
    }
  });

  test('selects pods by what never changes', () => {
    for (const component of ['backend', 'frontend']) {
      const selector = { ...names, 'app.kubernetes.io/component': component };
      const service = component === 'backend' ? component : 'frontend-service';
      assert.deepEqual(
        at(
          named('Deployment', `${component}-deployment`),
          'spec.selector.matchLabels',
        ),
        selector,
      );
      assert.deepEqual(
        at(named('Service', service), 'spec.selector'),
        selector,
      );
      assert.deepEqual(
        at(
          named('PodDisruptionBudget', `fleet-staging-${component}`),
          'spec.selector.matchLabels',
        ),
        selector,
      );
    }
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

  test('runs the images by their digests', () => {
    const images = workloads().map(workload =>
      at(workload, 'spec.template.spec.containers.0.image'),
    );
    const ofBackend = reference(deployed.backend.image);
    assert.deepEqual(images, [
      ofBackend,
      reference(deployed.frontend.image),
      ofBackend,
    ]);
  });

  test('keeps the Pod Security Standard "restricted", a read-only root and bounds', () => {
    for (const workload of workloads()) {
      const pod = at(workload, 'spec.template.spec');
      const user =
        workload.metadata.name === 'frontend-deployment' ? 101 : 1001;
      assert.deepEqual(at(pod, 'securityContext'), {
        runAsNonRoot: true,
        runAsUser: user,
        runAsGroup: user,
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
    const spec = at(backend(), 'spec');
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
    assert.equal(
      at(
        named('PodDisruptionBudget', 'fleet-staging-backend'),
        'spec.maxUnavailable',
      ),
      1,
    );
  });

  test('takes the password from the Secret, before the URL that needs it', () => {
    for (const workload of [backend(), of('Job')]) {
      const env = at(workload, 'spec.template.spec.containers.0.env') as {
        name: string;
        value?: string;
        valueFrom?: unknown;
      }[];
      const [password, url] = env.slice(
        env.findIndex(({ name }) => name === 'DATABASE_PASSWORD'),
      );
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
