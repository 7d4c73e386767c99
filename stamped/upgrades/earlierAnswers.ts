const harbor = {
  name: 'harbor',
  description: 'Diagnostics in the harbor',
  owner: 'group:default/platform',
  target: 'sandbox',
};

/** Answers that each earlier version was stamped with, an entry for each environment. */
export const earlierAnswers: Record<string, Record<string, unknown>[]> = {
  '0.1.0': [
    {
      ...harbor,
      environment: 'staging',
      databaseClass: 'db.t3.large',
      backendReplicas: 2,
      logLevel: 'DEBUG',
    },
  ],
  '0.2.0': [
    {
      ...harbor,
      environment: 'staging',
      backendReplicas: 4,
      backendMin: 2,
      vehicleConnectorEnabled: true,
      vehicleEndpoints: ['gateway.example.com:50051'],
      cacheEngine: 'valkey',
      slackChannel: '#harbor-alerts',
    },
  ],
  '0.3.0': [
    {
      ...harbor,
      environment: 'staging',
      nodesMax: 4,
      // the sandbox has none
      monitoring: false,
      alertEmail: 'harbor@example.com',
    },
    {
      ...harbor,
      environment: 'production',
      tier: 'production',
      engine: 'terraform',
      vpcCidr: '10.1.0.0/16',
      strategy: 'canary',
      databasePoolSize: 12,
      databaseMaxOverflow: 6,
      domain: 'harbor.sovd.dev',
      hostedZoneMode: 'create',
      approvers: ['group:default/platform'],
    },
  ],
};
