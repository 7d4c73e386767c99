import { environmentName, namespaceOf } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, Target } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { toYaml } from './toYaml';

const serviceAccountName = 'sovd-webapp-secrets-reader';
const secretStoreName = 'aws-secrets-manager';
const secretName = 'sovd-webapp-secrets';
/** Keys of the Secret, and where in Secrets Manager the stack left each. */
const remoteSecrets = {
  'database-password': { name: 'database', property: 'password' },
  'jwt-secret': { name: 'jwt', property: 'secret' },
  'redis-password': { name: 'redis', property: 'password' },
};

/**
 * What a namespace needs before its first release: itself, and the way from Secrets
 * Manager to the Secret that the chart reads. No secret passes through here.
 */
export function toBootstrap(
  answers: Answers,
  target: Pick<Target, 'accountId' | 'namespacePattern' | 'region'>,
): GeneratedFile[] {
  const name = environmentName(answers);
  const namespace = namespaceOf(answers, target);
  const labels = {
    'app.kubernetes.io/part-of': 'sovd-webapp',
    'app.kubernetes.io/instance': name,
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
          'pod-security.kubernetes.io/audit': 'restricted',
          'pod-security.kubernetes.io/warn': 'restricted',
          // A pod counts as ready when the load balancer's health check says so, too.
          'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled',
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
        // With EKS Pod Identity, too: External Secrets takes this role by a token of the
        // account, and no association can give it to somebody who isn't its pod.
        annotations: {
          'eks.amazonaws.com/role-arn': `arn:aws:iam::${target.accountId}:role/${name}-secrets-reader`,
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
        data: Object.entries(remoteSecrets).map(([secretKey, remote]) => ({
          secretKey,
          remoteRef: {
            key: `${name}/${remote.name}`,
            property: remote.property,
          },
        })),
      },
    },
  };
  const files = Object.entries(manifests).map(
    ([file, manifest]) => [file, [manifest]] as const,
  );
  return [...files, ['limits', toLimits(namespace, labels)] as const].map(
    ([file, documents]) => ({
      path: `infrastructure/k8s/bootstrap/${answers.environment}/${file}.yaml`,
      content: toYaml(documents, { comment: 'generated' }),
    }),
  );
}

/**
 * Bounds that hold whatever is scaled later: a container that names none gets some, the
 * ALB stays the only way in, and pods keep no state.
 */
function toLimits(namespace: string, labels: Record<string, string>) {
  return [
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: 'sovd-webapp', namespace, labels },
      spec: {
        limits: [
          {
            type: 'Container',
            defaultRequest: { cpu: '100m', memory: '128Mi' },
            default: { cpu: '250m', memory: '256Mi' },
          },
        ],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'sovd-webapp', namespace, labels },
      spec: {
        hard: {
          'services.loadbalancers': '0',
          'services.nodeports': '0',
          persistentvolumeclaims: '0',
        },
      },
    },
  ];
}
