import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';
import { toValues } from './toValues';

const answers = answersSchema.parse({
  name: 'fleet-eu',
  owner: 'group:default/platform',
  environment: 'pre-prod',
  target: 'aws',
  backendReplicas: 7,
  logLevel: 'WARNING',
});

const place = {
  accountId: '123456789012',
  namespacePattern: '{name}-{environment}',
};
const repositoryUrl = 'http://localhost:15930/sovd/fleet-eu';

describe('toValues', () => {
  it('writes what was answered into the folder of the environment', () => {
    const { path, content } = toValues(answers, place, repositoryUrl);
    expect(path).toBe('environments/pre-prod/values.yaml');
    expect(parse(content)).toMatchObject({
      global: {
        application: 'fleet-eu',
        environment: 'pre-prod',
        tier: 'staging',
        namespace: 'fleet-eu-pre-prod',
      },
      backend: { replicaCount: 7, workers: 1 },
      hpa: {
        enabled: true,
        minReplicas: 3,
        maxReplicas: 10,
        frontend: { minReplicas: 2, maxReplicas: 5 },
      },
      config: {
        logLevel: 'WARNING',
        database: {
          ssl: 'require',
          poolSize: 20,
          maxOverflow: 10,
          maxConnections: 450,
        },
      },
      secrets: { mode: 'existing', existingSecretName: 'sovd-webapp-secrets' },
    });
  });

  const valuesOf = (more: Partial<typeof answers>) =>
    parse(toValues({ ...answers, ...more }, place, repositoryUrl).content);

  it('has an ingress where there is a domain, and none without', () => {
    expect(valuesOf({}).ingress).toEqual({ enabled: false });
    const { global, ingress } = valuesOf({ domain: 'fleet.example.com' });
    expect(global.domain).toBe('fleet.example.com');
    expect(ingress).toEqual({
      enabled: true,
      certificateDiscovery: true,
      accessLogsBucket: 'fleet-eu-pre-prod-alb-logs-123456789012',
    });
  });

  it('lets the connector reach its vehicles, and nobody without one', () => {
    expect(valuesOf({}).networkPolicy.vehicleCidrs).toEqual([]);
    const { config, networkPolicy, vehicleConnector } = valuesOf({
      vehicleConnectorEnabled: true,
      vehicleEndpoints: ['gateway.example.com:50051'],
    });
    expect(vehicleConnector).toEqual({ enabled: true });
    expect(config.vehicle.endpoints).toEqual(['gateway.example.com:50051']);
    expect(networkPolicy.vehicleCidrs).toEqual(['0.0.0.0/0']);
  });

  it.each([true, false])('monitors and traces as answered: %p', given => {
    const { config, monitoring } = valuesOf({
      monitoring: given,
      tracing: given,
    });
    expect(monitoring).toMatchObject({
      serviceMonitor: { enabled: given },
      prometheusRule: { enabled: given },
      dashboards: { enabled: given },
    });
    expect(config.tracing.enabled).toBe(given);
    expect('otlpEndpoint' in config.tracing).toBe(given);
  });

  it('says that edits are overwritten', () => {
    expect(toValues(answers, place, repositoryUrl).content).toMatch(
      /^# Generated from .+\n/,
    );
  });

  it('leaves to the deployer what only the deployer knows', () => {
    const { backend, config } = parse(
      toValues(answers, place, repositoryUrl).content,
    );
    expect(backend).not.toHaveProperty('image');
    expect(config.database).not.toHaveProperty('host');
  });
});
