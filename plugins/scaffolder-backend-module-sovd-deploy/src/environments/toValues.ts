import {
  environmentName,
  maxConnections,
  namespaceOf,
} from '@sovd/plugin-sovd-deploy-common';
import type { Answers, Target } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { toMonitoring } from './toMonitoring';
import { toYaml } from './toYaml';

/** The Secret that the bootstrap manifests ask External Secrets for. */
const SECRET = 'sovd-webapp-secrets';
/** Where an OpenTelemetry collector of the add-on `tracing` listens. */
const COLLECTOR = 'http://opentelemetry-collector.monitoring:4317';

/** What the answers decide of the chart's values; images and outputs of the stack aren't among them. */
export function environmentValues(
  answers: Answers,
  target: Pick<Target, 'accountId' | 'namespacePattern'>,
  repositoryUrl: string,
) {
  return {
    global: {
      application: answers.name,
      environment: answers.environment,
      tier: answers.tier,
      namespace: namespaceOf(answers, target),
      ...(answers.domain && { domain: answers.domain }),
    },
    backend: {
      replicaCount: answers.backendReplicas,
      workers: answers.workers,
      resources: answers.backendResources,
    },
    frontend: { replicaCount: answers.frontendReplicas },
    vehicleConnector: { enabled: answers.vehicleConnectorEnabled },
    rollout: { strategy: answers.strategy },
    hpa: {
      enabled: true,
      minReplicas: answers.backendMin,
      maxReplicas: answers.backendMax,
      frontend: {
        minReplicas: answers.frontendMin,
        maxReplicas: answers.frontendMax,
      },
    },
    config: toConfig(answers),
    secrets: { mode: 'existing', existingSecretName: SECRET },
    ingress: answers.domain
      ? {
          enabled: true,
          certificateDiscovery: true,
          // by the name that both engines give it
          accessLogsBucket: `${environmentName(answers)}-alb-logs-${
            target.accountId
          }`,
        }
      : { enabled: false },
    networkPolicy: toNetworkPolicy(answers),
    monitoring: toMonitoring(answers, repositoryUrl),
  };
}

/**
 * Chart values of one environment: the deployer lays images and outputs of the stack on
 * top when it knows them.
 */
export function toValues(
  answers: Answers,
  target: Pick<Target, 'accountId' | 'namespacePattern'>,
  repositoryUrl: string,
): GeneratedFile {
  return {
    path: `environments/${answers.environment}/values.yaml`,
    content: toYaml([environmentValues(answers, target, repositoryUrl)], {
      comment: 'generated',
    }),
  };
}

function toConfig(answers: Answers) {
  return {
    logLevel: answers.logLevel,
    database: {
      ssl: 'require',
      poolSize: answers.databasePoolSize,
      maxOverflow: answers.databaseMaxOverflow,
      maxConnections: maxConnections(answers.databaseClass),
    },
    redis: { tls: true, auth: true },
    vehicle: { endpoints: answers.vehicleEndpoints },
    tracing: answers.tracing
      ? { enabled: true, otlpEndpoint: COLLECTOR }
      : { enabled: false },
  };
}

/** Endpoints of vehicles are names, and a policy knows addresses only: the connector may reach all. */
function toNetworkPolicy(answers: Answers) {
  return {
    enabled: answers.networkPolicy,
    vpcCidr: answers.vpcCidr,
    vehicleCidrs: answers.vehicleConnectorEnabled ? ['0.0.0.0/0'] : [],
  };
}
