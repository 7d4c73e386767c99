import fc from 'fast-check';
import { answersSchema } from './answers';
import { applicationNameSchema } from './applicationAnswers';
import { environmentWordSchema } from './placementAnswers';

const least = {
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'sandbox',
};

describe('answersSchema', () => {
  it('fills in the defaults', () => {
    expect(answersSchema.parse(least)).toEqual({
      ...least,
      description: '',
      tier: 'staging',
      hostedZoneMode: 'manual',
      approvers: [],
      engine: 'cloudformation',
      kubernetesVersion: '1.36',
      workloadIdentity: 'irsa',
      changeApproval: false,
      nodeInstanceType: 't3.large',
      nodesMin: 3,
      nodesDesired: 3,
      nodesMax: 5,
      nodeDiskGb: 50,
      availabilityZones: 3,
      natMode: 'single',
      vpcCidr: '10.0.0.0/16',
      databaseClass: 'db.t3.medium',
      multiAz: false,
      databaseStorageGb: 100,
      databaseMaxStorageGb: 200,
      postgresVersion: '15',
      backupRetentionDays: 1,
      snapshotRetentionDays: 30,
      cacheEngine: 'redis',
      cacheNodeType: 'cache.t3.small',
      cacheNodes: 1,
      backendReplicas: 3,
      backendMin: 3,
      backendMax: 10,
      frontendReplicas: 3,
      frontendMin: 2,
      frontendMax: 5,
      backendResources: {
        requests: { cpu: '250m', memory: '256Mi' },
        limits: { cpu: '500m', memory: '512Mi' },
      },
      workers: 1,
      databasePoolSize: 20,
      databaseMaxOverflow: 10,
      vehicleConnectorEnabled: false,
      vehicleEndpoints: [],
      strategy: 'rolling',
      monitoring: true,
      tracing: false,
      networkPolicy: true,
      secretRotation: 'off',
      logLevel: 'INFO',
      monthlyBudgetUsd: 800,
    });
  });

  it.each([
    { namespace: 'kube-system' },
    { stackName: 'other' },
    { tier: 'test' },
    { kubernetesVersion: '1' },
    { domain: 'Fleet.example.com' },
    { domain: 'fleet.example.com.' },
    { domain: 'fleet' },
    { hostedZoneId: 'A123' },
    { nodesMax: 21 },
    { databaseStorageGb: 19 },
    { backendResources: { requests: { cpu: '1', memory: '1Gi' } } },
    { vehicleEndpoints: ['gateway.example.com'] },
    { pagerDutyKeyRef: 'a key' },
    { slackChannel: 'alerts' },
    { monthlyBudgetUsd: 99 },
    { owner: 'platform' },
    { owner: 'component:default/x' },
    { owner: 'group:default/a b' },
    { backendReplicas: 0 },
    { backendReplicas: 51 },
    { backendReplicas: 1.5 },
    { logLevel: 'TRACE' },
    { description: 'x'.repeat(201) },
  ])('refuses %j', wrong => {
    expect(answersSchema.safeParse({ ...least, ...wrong }).success).toBe(false);
  });
});

describe.each([
  ['applicationNameSchema', applicationNameSchema, 3, 20],
  ['environmentWordSchema', environmentWordSchema, 2, 15],
] as const)('%s', (_, schema, shortest, longest) => {
  it('takes lengths within its bounds', () => {
    const accepts = (length: number) =>
      schema.safeParse('a'.repeat(length)).success;
    expect([shortest - 1, shortest, longest, longest + 1].map(accepts)).toEqual(
      [false, true, true, false],
    );
  });

  it.each([
    'Fleet',
    '1fleet',
    'fleet-',
    '-fleet',
    'fl--eet',
    'fl_eet',
    'flé',
    '',
  ])('refuses %p', word => {
    expect(schema.safeParse(word).success).toBe(false);
  });

  it('takes only what is a DNS label, whatever the text', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[a-z0-9-]{1,20}$/),
      fc.stringMatching(/^[a-z][a-z0-9-]{2,12}\n?$/),
    );
    fc.assert(
      fc.property(texts, text => {
        fc.pre(schema.safeParse(text).success);
        expect(text).toMatch(/^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
        expect(text).not.toContain('\n');
      }),
    );
  });
});
