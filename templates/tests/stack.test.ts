import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { EC2 } from '@aws-sdk/client-ec2';
import { AwsServer } from '@sovd/sandbox/contract/aws/AwsServer.ts';
import { clientConfiguration } from '@sovd/sandbox/contract/aws/clientConfiguration.ts';
import { outputsOf } from '@sovd/sandbox/contract/aws/outputsOf.ts';
import { StackClient } from '@sovd/sandbox/contract/aws/StackClient.ts';
import { awsEnvironment } from '@sovd/sandbox/src/aws/awsPart.ts';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import {
  content,
  examples,
  examplesOf,
  settings,
} from './StampedRepositoryFixture.ts';

const file = path.join(content, 'infrastructure/cloudformation/main.yaml');
const body = await readFile(file, 'utf8');
const golden: { ParameterKey: string; ParameterValue: string }[] = JSON.parse(
  await readFile(path.join(examples, 'parameters/staging.json'), 'utf8'),
);
const production: typeof golden = JSON.parse(
  await readFile(
    path.join(examplesOf('production'), 'parameters/production.json'),
    'utf8',
  ),
);
const given = (values: Record<string, string>) => ({
  Parameters: [
    ...golden.filter(({ ParameterKey }) => !(ParameterKey in values)),
    ...Object.entries(values).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
  ],
});

test('has nothing for cfn-lint to say', async () => {
  await awsEnvironment.run(settings);
  const program = path.join(
    await awsEnvironment.programs(settings),
    'cfn-lint',
  );
  await runProgram(program, [
    '--regions',
    'us-east-1',
    'eu-central-1',
    '--template',
    file,
  ]);
});

test('fits into what CloudFormation reads from a bucket', () => {
  assert.ok(Buffer.byteLength(body) < 1_048_576);
});

describe('on AWS', () => {
  let server: AwsServer;
  let client: StackClient;
  before(async () => {
    server = await AwsServer.start();
    client = new StackClient(server.endpoint);
  });
  after(() => server.dispose());

  test('makes the golden environment and says where it is', async () => {
    const stack = await client.create('fleet-staging', body, given({}));
    assert.equal(
      stack.StackStatus,
      'CREATE_COMPLETE',
      await client.failures('fleet-staging'),
    );
    const {
      ClusterEndpoint,
      DatabaseHost,
      DatabaseUrlTemplate,
      EcrBackendUrl,
      EcrFrontendUrl,
      OidcProviderArn,
      PrivateSubnetIds,
      PublicSubnetIds,
      RedisHost,
      RedisUrlTemplate,
      VpcId,
      ...rest
    } = outputsOf(stack);
    const role = 'arn:aws:iam::123456789012:role/fleet-staging';
    assert.match(VpcId, /^vpc-/);
    const subnets = /^subnet-\w+,subnet-\w+,subnet-\w+$/;
    assert.match(PrivateSubnetIds, subnets);
    assert.match(PublicSubnetIds, subnets);
    assert.match(ClusterEndpoint, /^https:/);
    assert.match(OidcProviderArn, /:oidc-provider\/oidc\.eks\./);
    assert.match(DatabaseHost, /^fleet-staging\..*\.rds\.amazonaws\.com$/);
    assert.match(RedisHost, /^[a-z0-9.-]*fleet-staging[a-z0-9.-]*$/);
    assert.equal(
      DatabaseUrlTemplate,
      `postgresql+asyncpg://sovd_admin:$(DATABASE_PASSWORD)@${DatabaseHost}:5432/fleet_staging?ssl=require`,
    );
    assert.equal(
      RedisUrlTemplate,
      `rediss://:$(REDIS_PASSWORD)@${RedisHost}:6379/0`,
    );
    assert.match(EcrBackendUrl, /\/fleet-staging-backend$/);
    assert.match(EcrFrontendUrl, /\/fleet-staging-frontend$/);
    assert.deepEqual(rest, {
      Region: 'eu-west-1',
      AccountId: '123456789012',
      ClusterName: 'fleet-staging-cluster',
      VpcCidr: '10.0.0.0/16',
      DatabasePort: '5432',
      DatabaseName: 'fleet_staging',
      DatabaseUser: 'sovd_admin',
      DatabaseMaxConnections: '450',
      RedisPort: '6379',
      RedisTls: 'true',
      Domain: 'fleet-staging.example.com',
      AppRoleArn: `${role}-backend`,
      SecretsReaderRoleArn: `${role}-secrets-reader`,
      LoadBalancerControllerRoleArn: `${role}-load-balancer-controller`,
      ClusterAutoscalerRoleArn: `${role}-cluster-autoscaler`,
      LogShipperRoleArn: `${role}-log-shipper`,
      DatabaseSecretName: 'fleet-staging/database',
      JwtSecretName: 'fleet-staging/jwt',
      RedisSecretName: 'fleet-staging/redis',
      BackupsBucket: 'fleet-staging-backups-123456789012',
      LogsBucket: 'fleet-staging-logs-123456789012',
      AlbLogsBucket: 'fleet-staging-alb-logs-123456789012',
      LogGroupName: '/sovd/fleet-staging',
      NodeGroupMin: '3',
      NodeGroupDesired: '3',
      NodeGroupMax: '5',
      NodeInstanceType: 't3.large',
    });
  });

  test('makes the golden environment of production beside it', async () => {
    const stack = await client.create('fleet-production', body, {
      Parameters: production,
    });
    assert.equal(
      stack.StackStatus,
      'CREATE_COMPLETE',
      await client.failures('fleet-production'),
    );
  });

  test('has no output with a secret in it', async () => {
    const text = JSON.stringify(outputsOf(await client.stack('fleet-staging')));
    assert.doesNotMatch(text, /\b[A-Za-z0-9]{40}\b|[A-Za-z0-9]{64}/);
  });

  test('changes the size of the database in place', async () => {
    const change = await client.change(
      'fleet-staging',
      body,
      given({ DatabaseClass: 'db.t3.large' }),
    );
    const changes = change.Changes?.map(
      ({ ResourceChange: of }) => `${of?.LogicalResourceId} ${of?.Replacement}`,
    );
    assert.deepEqual(changes, ['Database False']);
  });

  /** A cluster that is there, with its network. */
  const shared = {
    ClusterMode: 'existing',
    ClusterName: 'shared',
    ClusterOidcProvider: 'oidc.example.com/id/AB12',
    ClusterVpcId: '',
    // not the block that the environment's answers name
    ClusterVpcCidr: '172.20.0.0/16',
    ClusterSubnetIds: '',
    ClusterSecurityGroupId: '',
  };
  test('stands beside a second environment, on a cluster that is there', async () => {
    const { VpcId, PrivateSubnetIds } = outputsOf(
      await client.stack('fleet-staging'),
    );
    shared.ClusterVpcId = VpcId;
    shared.ClusterSubnetIds = PrivateSubnetIds;
    const ec2 = new EC2(clientConfiguration(server.endpoint));
    const { SecurityGroups = [] } = await ec2.describeSecurityGroups({
      Filters: [{ Name: 'vpc-id', Values: [VpcId] }],
    });
    shared.ClusterSecurityGroupId =
      SecurityGroups.find(({ GroupName }) => GroupName?.startsWith('eks-'))
        ?.GroupId ?? '';
    const other = {
      NamePrefix: 'fleet-qa',
      Environment: 'qa',
      Namespace: 'fleet-qa',
      DatabaseName: 'fleet_qa',
      ...shared,
    };
    const stack = await client.create('fleet-qa', body, given(other));
    assert.equal(
      stack.StackStatus,
      'CREATE_COMPLETE',
      await client.failures('fleet-qa'),
    );
    assert.equal(outputsOf(stack).VpcCidr, shared.ClusterVpcCidr);
    assert.equal(
      (await client.remove('fleet-qa')).StackStatus,
      'DELETE_COMPLETE',
    );
  });

  test('leaves nothing in the way of a second try when it fails', async () => {
    const other = given({
      NamePrefix: 'depot-staging',
      Application: 'depot',
      Namespace: 'depot-staging',
      DatabaseName: 'depot',
    });
    await server.faults({
      fail: { 'Create:SecretsReaderRole': { reason: 'Quota', times: 1 } },
    });
    const failed = await client.create('depot-staging', body, other);
    assert.equal(failed.StackStatus, 'ROLLBACK_COMPLETE');
    assert.match(
      await client.failures('depot-staging'),
      /SecretsReaderRole: .*Quota/,
    );
    await client.remove('depot-staging');
    const stack = await client.create('depot-staging', body, other);
    assert.equal(
      stack.StackStatus,
      'CREATE_COMPLETE',
      await client.failures('depot-staging'),
    );
  });

  const wrong = [
    ['NamePrefix', 'Fleet'],
    ['NamePrefix', 'a'.repeat(29)],
    ['DatabaseClass', 'db.r5.24xlarge'],
    ['DatabaseName', `x'; DROP`],
    ['VpcCidr', '8.8.8.0/24'],
    ['ClusterOidcProvider', '"}, "evil": {'],
    ['ClusterVpcCidr', 'shared'],
    ['ClusterMode', 'existing'],
    ['HostedZoneMode', 'existing'],
    ['NatMode', 'none'],
    ['Domain', 'Fleet.example.com.'],
    ['SubnetBits', '4'],
    ['GitHubRepository', 'sovd/fleet:*'],
    ['DatabaseMultiAz', 'maybe'],
    ['CacheEngine', 'memcached'],
    ['CacheNodes', '7'],
  ];
  wrong.forEach(([key, value]) => {
    test(`refuses ${key} ${value.slice(
      0,
      20,
    )} before anything exists`, async () => {
      const more = given({ [key]: value });
      await assert.rejects(
        client.change('refused', body, { ChangeSetType: 'CREATE', ...more }),
        key.endsWith('Mode')
          ? /ExistingCluster|ExistingZone|NatMode/
          : new RegExp(key),
      );
    });
  });
});
