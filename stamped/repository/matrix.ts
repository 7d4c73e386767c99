/** One set of answers that is stamped and checked. */
export interface Variant {
  name: string;
  answers: Record<string, unknown>;
}

const common = {
  name: 'fleet',
  description: 'Diagnostics for the vehicles of the fleet',
  owner: 'group:default/platform',
  target: 'aws',
};

const tiers = {
  staging: { environment: 'staging', tier: 'staging' },
  production: {
    environment: 'production',
    tier: 'production',
    domain: 'fleet.sovd.dev',
    hostedZoneMode: 'create',
    approvers: ['group:default/platform'],
    slackChannel: '#fleet-alerts',
    alertEmail: 'fleet@sovd.dev',
  },
};

/** Twice every choice that changes which files or objects there are: 2 × 2 × 2 × 2 × 2. */
export const matrix: readonly Variant[] = Object.entries(tiers).flatMap(
  ([tier, tierAnswers]) =>
    (['cloudformation', 'terraform'] as const).flatMap(engine =>
      (['rolling', 'canary'] as const).flatMap(strategy =>
        [false, true].flatMap(vehicleConnectorEnabled =>
          (['irsa', 'pod-identity'] as const).map(workloadIdentity => ({
            name: [
              ...[tier, engine, strategy, workloadIdentity],
              vehicleConnectorEnabled ? 'connector' : 'no-connector',
            ].join('-'),
            answers: {
              ...common,
              ...tierAnswers,
              ...{ engine, strategy, workloadIdentity },
              vehicleConnectorEnabled,
              ...(vehicleConnectorEnabled && {
                vehicleEndpoints: ['gateway.example.com:50051'],
              }),
              // what a canary may open on the database while both versions run, and the
              // load balancer that divides its traffic
              ...(strategy === 'canary' && {
                domain: 'fleet.sovd.dev',
                databasePoolSize: 12,
                databaseMaxOverflow: 6,
              }),
            },
          })),
        ),
      ),
    ),
);

function variant(name: string): Variant {
  const found = matrix.find(one => one.name === name);
  if (!found) throw new Error(`The matrix has no ${name}`);
  return found;
}

/** The two that most checks look at. */
export const staging = variant('staging-terraform-rolling-irsa-connector');
export const production = variant('production-terraform-canary-irsa-connector');
