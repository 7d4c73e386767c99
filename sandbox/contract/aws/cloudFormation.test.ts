import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';

import { EC2 } from '@aws-sdk/client-ec2';
import { EKS } from '@aws-sdk/client-eks';
import { RDS } from '@aws-sdk/client-rds';
import { S3 } from '@aws-sdk/client-s3';

import { AwsServer } from './AwsServer.ts';
import { changeOf } from './changeOf.ts';
import { clientConfiguration } from './clientConfiguration.ts';
import { outputsOf } from './outputsOf.ts';
import { refuses } from './refuses.ts';
import { StackClient } from './StackClient.ts';
import { parameters, template } from './template.ts';

const whole = readFileSync(
  new URL('./environment.yaml', import.meta.url),
  'utf8',
);
const MAIN = 'fleet-staging';
const secret = parameters({ ApiKey: 'very-secret' });

let aws: AwsServer;
let stacks: StackClient;
let rds: RDS;
let ec2: EC2;
let s3: S3;
let eks: EKS;

before(async () => {
  aws = await AwsServer.start();
  stacks = new StackClient(aws.endpoint);
  const configuration = clientConfiguration(aws.endpoint);
  rds = new RDS(configuration);
  ec2 = new EC2(configuration);
  s3 = new S3({ ...configuration, forcePathStyle: true });
  eks = new EKS(configuration);
});
after(() => aws.dispose());

const bucket = (BucketName?: string, more: object = {}) => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName },
  ...more,
});
const vpc = {
  Type: 'AWS::EC2::VPC',
  Properties: { CidrBlock: '10.0.0.0/16' },
};

describe('a whole environment', () => {
  test('is created, with true Ref and GetAtt in its outputs', async () => {
    const stack = await stacks.create(
      MAIN,
      whole,
      { Parameters: secret, Tags: [{ Key: 'team', Value: 'blue' }] },
      'token-1',
    );
    assert.equal(
      stack.StackStatus,
      'CREATE_COMPLETE',
      await stacks.failures(MAIN),
    );
    const out = outputsOf(stack);
    assert.equal(out.DatabasePort, '5432');
    assert.equal(out.CachePort, '6379');
    assert.equal(out.Zone1, 'eu-west-1a');
    assert.match(out.ClusterEndpoint, /^https:/);
    assert.match(out.DatabaseArn, /^arn:aws:rds:eu-west-1:123456789012:/);
    assert.match(out.NameServers, /awsdns/);
    assert.equal(stack.Tags?.[0].Value, 'blue');

    const { cluster } = await eks.describeCluster({ name: MAIN });
    assert.equal(cluster?.arn, out.ClusterArn);
    assert.equal(cluster?.version, '1.33');
    const { Exports } = await stacks.api.listExports({});
    assert(
      Exports?.some(e => e.Name === `${MAIN}-vpc` && e.Value === out.VpcId),
    );
    const { DBInstances } = await rds.describeDBInstances({
      DBInstanceIdentifier: out.DatabaseArn.split(':').pop(),
    });
    assert.equal(DBInstances?.[0].BackupRetentionPeriod, 7);
    assert.equal(DBInstances[0].MasterUsername, 'app');
    assert(DBInstances[0].TagList?.some(tag => tag.Value === 'blue'));
  });

  test('tells its story in ordered events with the caller’s token', async () => {
    const list = await stacks.events(MAIN);
    const at = (id: string, status: string) => {
      const index = list.findIndex(
        event =>
          event.LogicalResourceId === id && event.ResourceStatus === status,
      );
      assert(index >= 0, `${id} ${status} is missing`);
      return index;
    };
    assert.equal(list[0].ResourceStatus, 'REVIEW_IN_PROGRESS');
    const order = [
      at(MAIN, 'CREATE_IN_PROGRESS'),
      at('Vpc', 'CREATE_IN_PROGRESS'),
      at('Vpc', 'CREATE_COMPLETE'),
      at('PrivateSubnetA', 'CREATE_IN_PROGRESS'),
      at('PrivateSubnetA', 'CREATE_COMPLETE'),
      at('Cluster', 'CREATE_IN_PROGRESS'),
      at('Cluster', 'CREATE_COMPLETE'),
      at('Nodes', 'CREATE_IN_PROGRESS'),
      at('Nodes', 'CREATE_COMPLETE'),
      at(MAIN, 'CREATE_COMPLETE'),
    ];
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    const created = list.filter(event =>
      event.ResourceStatus?.startsWith('CREATE'),
    );
    assert(created.every(event => event.ClientRequestToken === 'token-1'));
    const initiated = created.find(
      event =>
        event.LogicalResourceId === 'Vpc' &&
        event.ResourceStatusReason === 'Resource creation Initiated',
    );
    assert.match(initiated?.PhysicalResourceId ?? '', /^vpc-/);
  });

  test('never shows a NoEcho parameter', async () => {
    const found = await stacks.change(MAIN, whole, {
      Parameters: parameters({ ApiKey: 'other-secret' }),
    });
    const all = JSON.stringify([found, await stacks.stack(MAIN)]);
    assert.doesNotMatch(all, /very-secret|other-secret/);
    assert.match(all, /\*{4}/);
  });

  test('isn’t drifted while nobody touches it', async () => {
    const { status, rows } = await stacks.drift(MAIN);
    const drifted = rows
      .filter(row => row.StackResourceDriftStatus === 'MODIFIED')
      .map(row => [row.LogicalResourceId, row.PropertyDifferences]);
    assert.deepEqual(drifted, []);
    assert.equal(status.StackDriftStatus, 'IN_SYNC');
    assert(rows.length >= 10);
  });
});

describe('refused before anything exists', () => {
  ['AWS::Nope::Thing', 'AWS::Kendra::Index'].forEach(Type => {
    test(`the type ${Type}, which the sandbox has not`, async () => {
      await refuses(
        'ValidationError',
        new RegExp(`Unrecognized resource types: \\[${Type}\\]`),
        () =>
          stacks.change('new', template({ A: { Type } }), {
            ChangeSetType: 'CREATE',
          }),
      );
    });
  });

  test('duplicates, and changes of the wrong kind', async () => {
    const one = template({ A: bucket() });
    const same = {
      StackName: MAIN,
      ChangeSetName: 'same',
      UsePreviousTemplate: true,
      Parameters: parameters({ ApiKey: 'third-secret' }),
      Capabilities: ['CAPABILITY_IAM' as const],
    };
    await stacks.api.createChangeSet(same);
    await refuses('AlreadyExistsException', /same/, () =>
      stacks.api.createChangeSet(same),
    );
    await refuses(
      'ValidationError',
      /already exists and cannot be created again/,
      () => stacks.change(MAIN, one, { ChangeSetType: 'CREATE' }),
    );
    await refuses('AlreadyExistsException', /already exists/, () =>
      stacks.api.createStack({ StackName: MAIN, TemplateBody: one }),
    );
    await refuses('ValidationError', /does not exist/, () =>
      stacks.change('never-made', one),
    );
    await refuses('ChangeSetNotFound', /does not exist/, () =>
      stacks.api.describeChangeSet({ StackName: MAIN, ChangeSetName: 'nope' }),
    );
  });

  const key = { ApiKey: 'long-enough' };
  const reference = (value: object) => ({
    A: { Type: 'AWS::S3::Bucket', Properties: { BucketName: value } },
    B: bucket(),
  });
  const topic = (DependsOn: string) => ({ Type: 'AWS::SNS::Topic', DependsOn });
  const cases: [string, string, RegExp, Record<string, string | number>?][] = [
    ['text that is no YAML', 'a: [', /YAML not well-formed/],
    ['no resources', '{}', /At least one Resources member/],
    [
      'a Ref to nothing',
      template(reference({ Ref: 'Nope' })),
      /Unresolved resource dependencies \[Nope\]/,
    ],
    [
      'a GetAtt that the type has not',
      template(reference({ 'Fn::GetAtt': ['B', 'Nope'] })),
      /does not support attribute type Nope/,
    ],
    ['a missing parameter', whole, /\[ApiKey\] must have values/],
    [
      'a value that is not allowed',
      whole,
      /'Environment' must be one of AllowedValues/,
      { ...key, Environment: 'moon' },
    ],
    [
      'a number that is too large',
      whole,
      /not greater than 20/,
      { ...key, NodeCount: 21 },
    ],
    [
      'a stray parameter',
      whole,
      /\[Stray\] do not exist in the template/,
      { ...key, Stray: 1 },
    ],
    [
      'a cycle',
      template({ A: topic('B'), B: topic('A') }),
      /Circular dependency/,
    ],
  ];
  const refused = {
    StackName: 'refused',
    ChangeSetName: 'c',
    ChangeSetType: 'CREATE' as const,
  };
  cases.forEach(([name, TemplateBody, text, given = {}]) => {
    test(name, async () => {
      await refuses('ValidationError', text, () =>
        stacks.api.createChangeSet({
          ...refused,
          TemplateBody,
          Parameters: parameters(given),
        }),
      );
    });
  });

  test('IAM without its capability, and no stack is left', async () => {
    await refuses('InsufficientCapabilitiesException', /CAPABILITY_IAM/, () =>
      stacks.api.createChangeSet({
        ...refused,
        TemplateBody: whole,
        Parameters: parameters(key),
      }),
    );
    await refuses('ValidationError', /does not exist/, () =>
      stacks.stack('refused'),
    );
  });

  test('a change set without changes, and executing it', async () => {
    const Parameters = [
      'Environment',
      'DatabaseClass',
      'NodeCount',
      'ApiKey',
      'BudgetLimit',
    ].map(ParameterKey => ({ ParameterKey, UsePreviousValue: true }));
    const keep = { UsePreviousTemplate: true, Parameters };
    const found = await stacks.change(MAIN, undefined, keep);
    assert.equal(found.Status, 'FAILED');
    assert.match(found.StatusReason ?? '', /didn't contain changes/);
    assert.equal(found.ExecutionStatus, 'UNAVAILABLE');
    await refuses('InvalidChangeSetStatus', /cannot be executed/, () =>
      stacks.api.executeChangeSet({ ChangeSetName: found.ChangeSetId }),
    );
    await refuses('ValidationError', /No updates are to be performed/, () =>
      stacks.api.updateStack({
        StackName: MAIN,
        ...keep,
        Capabilities: ['CAPABILITY_IAM'],
      }),
    );
  });
});

describe('a change set', () => {
  test('names property, cause and that nothing is replaced', async () => {
    const found = await stacks.change(MAIN, whole, {
      Parameters: parameters({
        ApiKey: 'very-secret',
        DatabaseClass: 'db.r6g.large',
      }),
    });
    assert.equal(found.Changes?.length, 1);
    const database = changeOf(found, 'Database');
    assert.equal(database.Replacement, 'False');
    assert.match(database.PhysicalResourceId ?? '', /database/);
    const detail = database.Details?.[0];
    assert.deepEqual(
      [
        detail?.Target?.Attribute,
        detail?.Target?.Name,
        detail?.Target?.RequiresRecreation,
        detail?.Target?.BeforeValue,
        detail?.Target?.AfterValue,
      ],
      [
        'Properties',
        'DBInstanceClass',
        'Never',
        'db.t4g.medium',
        'db.r6g.large',
      ],
    );
    assert.deepEqual(
      [detail?.ChangeSource, detail?.CausingEntity],
      ['ParameterReference', 'DatabaseClass'],
    );
  });

  test('tells replacement, what follows it, removal and addition', async () => {
    const body = whole
      .replace('${AWS::StackName}-files', '${AWS::StackName}-renamed')
      .replace(/ {2}Zone:\n.*\n.*\n/, '')
      .replace(/ {2}NameServers:.*\n/, '')
      .replace(
        'Resources:\n',
        'Resources:\n  Extra: {Type: AWS::SNS::Topic}\n',
      );
    const found = await stacks.change(MAIN, body, { Parameters: secret });
    const renamed = changeOf(found, 'Bucket');
    assert.equal(renamed.Replacement, 'True');
    assert.equal(renamed.Details?.[0].Target?.RequiresRecreation, 'Always');
    assert.equal(changeOf(found, 'Extra').Action, 'Add');
    assert.equal(changeOf(found, 'Zone').Action, 'Remove');
    const policy = changeOf(found, 'BucketPolicy');
    assert.equal(policy.Replacement, 'Conditional');
    assert(
      policy.Details?.some(
        detail =>
          detail.ChangeSource === 'ResourceReference' &&
          detail.CausingEntity === 'Bucket' &&
          detail.Evaluation === 'Dynamic',
      ),
    );
  });

  test('is carried out in place and by replacement', async () => {
    const stack = await stacks.apply(
      MAIN,
      whole.replace('${AWS::StackName}-files', '${AWS::StackName}-moved'),
      {
        Parameters: parameters({
          ApiKey: 'very-secret',
          DatabaseClass: 'db.r6g.large',
          NodeCount: 4,
        }),
        Tags: [{ Key: 'team', Value: 'red' }],
      },
    );
    assert.equal(
      stack.StackStatus,
      'UPDATE_COMPLETE',
      await stacks.failures(MAIN),
    );
    const { DBInstances } = await rds.describeDBInstances({
      DBInstanceIdentifier: outputsOf(stack).DatabaseArn.split(':').pop(),
    });
    assert.equal(DBInstances?.[0].DBInstanceClass, 'db.r6g.large');
    const { Buckets } = await s3.listBuckets({});
    const names = Buckets?.map(found => found.Name);
    assert(names?.includes(`${MAIN}-moved`));
    assert(!names?.includes(`${MAIN}-files`));
    assert.equal(stack.Tags?.[0].Value, 'red');
    assert(
      (await stacks.events(MAIN)).some(
        event =>
          // a status of stacks only, which the SDK doesn't list for resources
          String(event.ResourceStatus) ===
          'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      ),
    );
  });
});

describe('a failure', () => {
  test('of a create is told, and what was made is really deleted', async () => {
    const name = 'rolled-back';
    const stack = await stacks.create(
      name,
      template({
        First: bucket(`${name}-first`),
        Second: {
          Type: 'AWS::EC2::Subnet',
          DependsOn: 'First',
          Properties: { VpcId: 'vpc-00000000', CidrBlock: '10.0.0.0/24' },
        },
      }),
    );
    assert.equal(stack.StackStatus, 'ROLLBACK_COMPLETE');
    const list = await stacks.events(name);
    const reason = (status: string) =>
      list.find(event => event.ResourceStatus === status)
        ?.ResourceStatusReason ?? '';
    assert.match(reason('CREATE_FAILED'), /vpc-00000000.*does not exist/);
    assert.match(reason('ROLLBACK_IN_PROGRESS'), /\[Second\]/);
    await assert.rejects(s3.headBucket({ Bucket: `${name}-first` }));
    await refuses(
      'ValidationError',
      /ROLLBACK_COMPLETE state and can not be updated/,
      () => stacks.change(name, template({ A: vpc })),
    );
    assert.equal((await stacks.remove(name)).StackStatus, 'DELETE_COMPLETE');
  });

  test('of a misspelt property is in AWS’s words', async () => {
    const stack = await stacks.create(
      'misspelt',
      template({
        A: { Type: 'AWS::S3::Bucket', Properties: { BucketNam: 'x' } },
      }),
    );
    assert.equal(stack.StackStatus, 'ROLLBACK_COMPLETE');
    assert.match(
      await stacks.failures('misspelt'),
      /extraneous key \[BucketNam\] is not permitted/,
    );
  });

  const storeAndLog = (name: string, versioning: string, days: number) =>
    template({
      Store: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          BucketName: `${name}-store`,
          VersioningConfiguration: { Status: versioning },
        },
      },
      Log: {
        Type: 'AWS::Logs::LogGroup',
        DependsOn: 'Store',
        Properties: { LogGroupName: `/x/${name}`, RetentionInDays: days },
      },
    });
  const versioningOf = async (name: string) =>
    (await s3.getBucketVersioning({ Bucket: `${name}-store` })).Status;

  test('of an update restores what was changed', async () => {
    const name = 'restored';
    await stacks.create(name, storeAndLog(name, 'Enabled', 7));
    await aws.faults({
      fail: { 'Update:Log': { reason: 'Service quota reached', times: 1 } },
    });
    const stack = await stacks.apply(
      name,
      storeAndLog(name, 'Suspended', 14),
      {},
      'token-2',
    );
    await aws.faults({});
    assert.equal(stack.StackStatus, 'UPDATE_ROLLBACK_COMPLETE');
    assert.equal(await versioningOf(name), 'Enabled');
    const failed = (await stacks.events(name)).find(
      event => event.ResourceStatus === 'UPDATE_FAILED',
    );
    assert.deepEqual(
      [
        failed?.LogicalResourceId,
        failed?.ResourceStatusReason,
        failed?.ClientRequestToken,
      ],
      ['Log', 'Service quota reached', 'token-2'],
    );
  });

  test('of the rollback too can be continued', async () => {
    const name = 'continued';
    await stacks.create(name, storeAndLog(name, 'Enabled', 7));
    await aws.faults({ fail: { 'Update:Log': 'Not now' } });
    const stack = await stacks.apply(name, storeAndLog(name, 'Suspended', 14));
    assert.equal(stack.StackStatus, 'UPDATE_ROLLBACK_FAILED');
    await aws.faults({});
    await stacks.api.continueUpdateRollback({ StackName: name });
    assert.equal(
      (await stacks.settled(name)).StackStatus,
      'UPDATE_ROLLBACK_COMPLETE',
    );
    assert.equal(await versioningOf(name), 'Enabled');
  });
});

describe('calls that AWS can’t serve', () => {
  test('throttling reaches as many calls as were asked for', async () => {
    await aws.faults({ throttle: 2 });
    const list = () => stacks.api.listStacks({});
    await refuses('Throttling', /Rate exceeded/, list);
    await refuses('Throttling', /Rate exceeded/, list);
    await list();
  });

  test('an outage is a 503 and ends', async () => {
    await aws.faults({ outageSeconds: 60 });
    await assert.rejects(
      stacks.api.listStacks({}),
      (error: { $metadata: { httpStatusCode: number } }) =>
        error.$metadata.httpStatusCode === 503,
    );
    await aws.faults({});
    await stacks.api.listStacks({});
  });

  test('faults can be aimed at another service', async () => {
    await aws.faults({ throttle: 1, service: 'rds' });
    await stacks.api.listStacks({});
    await refuses('Throttling', /Rate exceeded/, () =>
      rds.describeDBInstances({}),
    );
    await rds.describeDBInstances({});
    await aws.faults({});
  });

  test('what isn’t offered is an AWS error, never a page', async () => {
    await refuses('InvalidAction', /not offered/, () =>
      stacks.api.estimateTemplateCost({ TemplateBody: template({ A: vpc }) }),
    );
    await refuses('NotImplemented', /does not offer/, () =>
      rds.describeDBEngineVersions({}),
    );
  });
});

describe('drift and deletion', () => {
  test('what strangers changed is found, value by value', async () => {
    const { StackResourceSummaries } = await stacks.api.listStackResources({
      StackName: MAIN,
    });
    const ids = Object.fromEntries(
      (StackResourceSummaries ?? []).map(row => [
        row.LogicalResourceId,
        row.PhysicalResourceId ?? '',
      ]),
    );
    await rds.modifyDBInstance({
      DBInstanceIdentifier: ids.Database,
      DBInstanceClass: 'db.m5.large',
      BackupRetentionPeriod: 1,
      ApplyImmediately: true,
    });
    await ec2.authorizeSecurityGroupIngress({
      GroupId: ids.ClusterGroup,
      IpPermissions: [
        {
          IpProtocol: 'tcp',
          FromPort: 22,
          ToPort: 22,
          IpRanges: [{ CidrIp: '0.0.0.0/0' }],
        },
      ],
    });
    await s3.putBucketVersioning({
      Bucket: ids.Bucket,
      VersioningConfiguration: { Status: 'Suspended' },
    });
    const [clusterName, nodegroupName] = ids.Nodes.split('/');
    await eks.updateNodegroupConfig({
      clusterName,
      nodegroupName,
      scalingConfig: { minSize: 1, maxSize: 6, desiredSize: 5 },
    });
    await ec2.createTags({
      Resources: [ids.Vpc],
      Tags: [{ Key: 'team', Value: 'stranger' }],
    });

    const { status, rows } = await stacks.drift(MAIN);
    assert.equal(status.StackDriftStatus, 'DRIFTED');
    assert.equal(status.DriftedStackResourceCount, 5);
    const of = (id: string) =>
      Object.fromEntries(
        rows
          .find(row => row.LogicalResourceId === id)
          ?.PropertyDifferences?.map(difference => [
            difference.PropertyPath ?? '',
            [
              difference.ExpectedValue,
              difference.ActualValue,
              difference.DifferenceType,
            ],
          ]) ?? [],
      );
    assert.deepEqual(of('Database')['/DBInstanceClass'], [
      'db.r6g.large',
      'db.m5.large',
      'NOT_EQUAL',
    ]);
    assert.deepEqual(of('Database')['/BackupRetentionPeriod'], [
      '7',
      '1',
      'NOT_EQUAL',
    ]);
    assert.equal(Object.values(of('ClusterGroup'))[0][2], 'ADD');
    assert.deepEqual(of('Bucket')['/VersioningConfiguration/Status'], [
      'Enabled',
      'Suspended',
      'NOT_EQUAL',
    ]);
    assert.deepEqual(of('Nodes')['/ScalingConfig/DesiredSize'], [
      '4',
      '5',
      'NOT_EQUAL',
    ]);
    assert.equal(of('Vpc')['/Tags/team'][1], 'stranger');
  });

  test('protection, a bucket that isn’t empty, and what is retained', async () => {
    const name = 'deleted';
    const { StackId = '' } = await stacks.create(
      name,
      template({
        Store: bucket(`${name}-store`),
        Kept: bucket(`${name}-kept`, { DeletionPolicy: 'Retain' }),
      }),
    );
    const protect = (EnableTerminationProtection: boolean) =>
      stacks.api.updateTerminationProtection({
        StackName: name,
        EnableTerminationProtection,
      });
    await protect(true);
    await refuses('ValidationError', /TerminationProtection is enabled/, () =>
      stacks.api.deleteStack({ StackName: name }),
    );
    await protect(false);
    await s3.putObject({ Bucket: `${name}-store`, Key: 'a', Body: 'b' });
    assert.equal((await stacks.remove(name)).StackStatus, 'DELETE_FAILED');
    assert.match(await stacks.failures(StackId), /not empty/);
    assert.equal(
      (await stacks.remove(name, ['Store'])).StackStatus,
      'DELETE_COMPLETE',
    );
    assert(
      (await stacks.events(StackId)).some(
        event =>
          event.LogicalResourceId === 'Kept' &&
          event.ResourceStatus === 'DELETE_SKIPPED',
      ),
    );
    await s3.headBucket({ Bucket: `${name}-kept` });
    await refuses('ValidationError', /does not exist/, () =>
      stacks.stack(name),
    );
  });

  test('an import holds its export; the whole environment goes, with a snapshot', async () => {
    await stacks.create(
      'importer',
      template({
        Group: {
          Type: 'AWS::EC2::SecurityGroup',
          Properties: {
            GroupDescription: 'x',
            VpcId: { 'Fn::ImportValue': `${MAIN}-vpc` },
          },
        },
      }),
    );
    await refuses('ValidationError', /in use by/, () =>
      stacks.api.deleteStack({ StackName: MAIN }),
    );
    assert.equal(
      (await stacks.remove('importer')).StackStatus,
      'DELETE_COMPLETE',
    );
    const gone = await stacks.remove(MAIN);
    assert.equal(
      gone.StackStatus,
      'DELETE_COMPLETE',
      await stacks.failures(gone.StackId ?? MAIN),
    );
    const { DBSnapshots } = await rds.describeDBSnapshots({});
    assert(
      DBSnapshots?.some(snapshot =>
        snapshot.DBSnapshotIdentifier?.startsWith(`${MAIN}-snapshot-database`),
      ),
    );
    await assert.rejects(eks.describeCluster({ name: MAIN }));
  });
});
