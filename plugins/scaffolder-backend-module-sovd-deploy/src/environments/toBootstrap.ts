import { environmentName } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, Target } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { toYaml } from './toYaml';

const serviceAccountName = 'sovd-webapp-secrets-reader';
const secretStoreName = 'aws-secrets-manager';
const secretName = 'sovd-webapp-secrets';

/**
 * What a namespace needs before its first release: itself, and the way from Secrets
 * Manager to the Secret that the chart reads. No secret passes through here.
 */
export function toBootstrap(
  answers: Answers,
  target: Pick<Target, 'accountId' | 'region'>,
): GeneratedFile[] {
  const namespace = environmentName(answers);
  const labels = {
    'app.kubernetes.io/part-of': 'sovd-webapp',
    'app.kubernetes.io/instance': namespace,
  };
  const manifests = {
    namespace: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: namespace,
        labels: {
          ...labels,
          'pod-security.kubernetes.io/enforce': 'restricted',
          'pod-security.kubernetes.io/warn': 'restricted',
        },
      },
    },
    'service-account': {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: {
        name: serviceAccountName,
        namespace,
        labels,
        annotations: {
          'eks.amazonaws.com/role-arn': `arn:aws:iam::${target.accountId}:role/${namespace}-secrets-reader`,
        },
      },
      automountServiceAccountToken: false,
    },
    'secret-store': {
      apiVersion: 'external-secrets.io/v1',
      kind: 'SecretStore',
      metadata: { name: secretStoreName, namespace, labels },
      spec: {
        provider: {
          aws: {
            service: 'SecretsManager',
            region: target.region,
            auth: { jwt: { serviceAccountRef: { name: serviceAccountName } } },
          },
        },
      },
    },
    'external-secret': {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: secretName, namespace, labels },
      spec: {
        refreshInterval: '1h',
        secretStoreRef: { kind: 'SecretStore', name: secretStoreName },
        target: { name: secretName, creationPolicy: 'Owner' },
        data: [
          {
            secretKey: 'database-password',
            remoteRef: { key: `${namespace}/database`, property: 'password' },
          },
        ],
      },
    },
  };
  return Object.entries(manifests).map(([name, manifest]) => ({
    path: `infrastructure/k8s/bootstrap/${answers.environment}/${name}.yaml`,
    content: toYaml([manifest], { comment: 'generated' }),
  }));
}
