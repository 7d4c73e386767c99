import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  ComponentImage,
  Environment,
} from '@sovd/plugin-sovd-deploy-common';

/** Writes files of a repository into a folder of its own. */
export async function testRepository(
  files: Record<string, string>,
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sovd-repository-'));
  for (const [file, content] of Object.entries(files)) {
    const full = path.join(folder, file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, content);
  }
  return folder;
}

/** What the chart of {@link testChart} is asked to do. */
export interface TestChartOptions {
  /** Seconds that its migration takes. */
  migrationSeconds?: number;
  /** Whether its migration fails. */
  migrationFails?: boolean;
  /** Termination message of its migration. */
  report?: string;
}

/**
 * A chart as small as can be with a Deployment and a migration hook, labelled as the real
 * one is; the simulated nodes play its pods by annotation and image tag.
 */
export function testChart(
  environment: Environment,
  { migrationSeconds = 1, migrationFails, report = '' }: TestChartOptions = {},
): Record<string, string> {
  const labels = (component: string) => ({
    'app.kubernetes.io/part-of': 'sovd-webapp',
    'app.kubernetes.io/instance': environment.releaseName,
    'app.kubernetes.io/component': component,
  });
  const selector = { app: environment.releaseName };
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'backend',
      labels: labels('backend'),
      annotations: { 'sovd.io/helm-revision': '{{ .Release.Revision }}' },
    },
    spec: {
      replicas: 2,
      progressDeadlineSeconds: 1234,
      strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      selector: { matchLabels: selector },
      template: {
        metadata: {
          labels: { ...labels('backend'), ...selector },
          annotations: { 'sandbox/ready-after': '1s' },
        },
        spec: {
          containers: [
            {
              name: 'backend',
              image:
                '{{ .Values.backend.image.repository }}:{{ .Values.backend.image.tag }}@{{ .Values.backend.image.digest }}',
            },
          ],
        },
      },
    },
  };
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: 'migrate-{{ .Release.Revision }}',
      labels: labels('migration'),
      annotations: {
        'helm.sh/hook': 'pre-install,pre-upgrade',
        'helm.sh/hook-delete-policy': 'before-hook-creation',
      },
    },
    spec: {
      backoffLimit: 0,
      template: {
        metadata: {
          // not "migration": the sandbox really runs the pods of migrations
          labels: labels('simulated'),
          annotations: {
            'sandbox/run-time': `${migrationSeconds}s`,
            'sandbox/message': report,
            'sandbox/outcome': migrationFails ? 'fail' : 'success',
          },
        },
        spec: {
          restartPolicy: 'Never',
          containers: [{ name: 'migrate', image: 'migration:1' }],
        },
      },
    },
  };
  const chart = 'infrastructure/helm/sovd-webapp';
  const text = (value: object) =>
    JSON.stringify(value, undefined, 2).replace(
      '"progressDeadlineSeconds": 1234',
      '"progressDeadlineSeconds": {{ .Values.deployment.progressDeadlineSeconds }}',
    );
  return {
    [`${chart}/Chart.yaml`]:
      'apiVersion: v2\nname: sovd-webapp\nversion: 0.1.0\n',
    [`${chart}/values.yaml`]: 'backend: {}\n',
    [`${chart}/templates/deployment.yaml`]: text(deployment),
    [`${chart}/templates/job.yaml`]: text(job),
    [`environments/${environment.answers.environment}/values.yaml`]: '{}\n',
    'infrastructure/k8s/bootstrap/staging/namespace.yaml': JSON.stringify({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: environment.namespace },
    }),
  };
}

/** Outputs of a stack, as the chart needs them. */
export const testOutputs = {
  databaseHost: 'db.example',
  databasePort: '5432',
  databaseName: 'fleet',
  databaseUser: 'sovd',
  databaseMaxConnections: '450',
  redisHost: 'cache.example',
  redisPort: '6379',
  redisTls: 'true',
  vpcCidr: '10.0.0.0/16',
  appRoleArn: 'arn:aws:iam::123456789012:role/fleet-staging-backend',
  databaseSecretName: 'fleet-staging/database',
  jwtSecretName: 'fleet-staging/jwt',
  redisSecretName: 'fleet-staging/redis',
};

/** An image whose pods the simulated nodes play by its tag. */
export function testImage(tag: string): ComponentImage {
  return {
    component: 'backend',
    repository: 'registry.example/fleet-backend',
    tag,
    digest: `sha256:${'0'.repeat(64)}`,
  };
}
