import {
  CloudFormationClient,
  CloudFormationServiceException,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  StackEvent,
  StackStatus,
} from '@aws-sdk/client-cloudformation';
import {
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { testCredentials } from '../__testUtils__/testCloud';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { CloudFormationClients } from './CloudFormationClients';
import { CloudFormationStackProvisioner } from './CloudFormationStackProvisioner';

const cloud = mockClient(CloudFormationClient);
const environment = testEnvironment('fleet');
const request = {
  environment,
  template: '{}',
  parameters: { NamePrefix: 'fleet-staging' },
  changeId: 'c2',
};
const { signal } = new AbortController();
const StackName = 'fleet-staging';
const StackId = `arn:aws:cloudformation:us-east-1:123456789012:stack/${StackName}/1`;

const refusal = (name: string, message: string, httpStatusCode = 400) =>
  new CloudFormationServiceException({
    name,
    message,
    $fault: 'client',
    $metadata: { httpStatusCode },
  });
const provisioner = new CloudFormationStackProvisioner({
  clients: new CloudFormationClients({
    endpointOf: () => undefined,
    credentials: {
      getCredentialProvider: async () => ({
        sdkCredentialProvider: async () => ({
          accessKeyId: 'a',
          secretAccessKey: 's',
        }),
      }),
    },
  }),
});
const advance = (checkpoint = {}, told: string[] = []) =>
  provisioner.advance(request, checkpoint, text => told.push(text), signal);
const stackIs = (
  status: StackStatus | undefined,
  events: StackEvent[] = [],
) => {
  if (status) {
    cloud.on(DescribeStacksCommand).resolves({
      Stacks: [
        {
          StackName,
          StackId,
          StackStatus: status,
          CreationTime: new Date(0),
          Outputs: [{ OutputKey: 'DatabaseHost', OutputValue: 'db' }],
        },
      ],
    });
  } else {
    cloud
      .on(DescribeStacksCommand)
      .rejects(refusal('ValidationError', `Stack ${StackName} does not exist`));
  }
  // as AWS gives them: newest first
  cloud
    .on(DescribeStackEventsCommand)
    .resolves({ StackEvents: [...events].reverse() });
};
let serial = 0;
const event = (
  ResourceStatus: StackEvent['ResourceStatus'],
  ClientRequestToken: string,
  resource = StackName,
  ResourceStatusReason?: string,
): StackEvent => ({
  StackName,
  StackId,
  EventId: `e${(serial += 1)}`,
  Timestamp: new Date(serial),
  LogicalResourceId: resource,
  PhysicalResourceId: resource === StackName ? StackId : resource,
  ResourceType: 'AWS::Test::Thing',
  ResourceStatus,
  ResourceStatusReason,
  ClientRequestToken,
});

beforeEach(() => cloud.reset());

describe('CloudFormationStackProvisioner', () => {
  it('plans a create under a name that follows from the change', async () => {
    stackIs(undefined);
    cloud
      .on(DescribeChangeSetCommand)
      .rejects(refusal('ChangeSetNotFoundException', 'no'));
    cloud.on(CreateChangeSetCommand).resolves({});
    expect(await advance()).toMatchObject({ state: 'waiting' });
    expect(
      cloud.commandCalls(CreateChangeSetCommand)[0].args[0].input,
    ).toMatchObject({
      StackName,
      ChangeSetName: 'change-c2',
      ChangeSetType: 'CREATE',
      Parameters: [
        { ParameterKey: 'NamePrefix', ParameterValue: 'fleet-staging' },
      ],
    });
  });

  it('executes a change set that is ready, with the change as its token', async () => {
    stackIs('REVIEW_IN_PROGRESS');
    cloud.on(DescribeChangeSetCommand).resolves({
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'AVAILABLE',
      Changes: [{}, {}],
    });
    expect(await advance()).toMatchObject({
      state: 'waiting',
      summary: 'CloudFormation began to change 2 resources',
    });
    expect(
      cloud.commandCalls(ExecuteChangeSetCommand)[0].args[0].input,
    ).toMatchObject({ ClientRequestToken: 'c2' });
  });

  it('plans anew when the stack was changed meanwhile', async () => {
    stackIs('UPDATE_COMPLETE', [event('UPDATE_COMPLETE', 'c1')]);
    cloud
      .on(DescribeChangeSetCommand)
      .resolves({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'OBSOLETE' });
    expect(await advance()).toMatchObject({ state: 'waiting' });
    expect(cloud.commandCalls(DeleteChangeSetCommand)).toHaveLength(1);
    expect(cloud.commandCalls(ExecuteChangeSetCommand)).toHaveLength(0);
  });

  it('succeeds when CloudFormation says that nothing would change', async () => {
    stackIs('CREATE_COMPLETE', [event('CREATE_COMPLETE', 'c1')]);
    cloud.on(DescribeChangeSetCommand).resolves({
      Status: 'FAILED',
      StatusReason:
        "The submitted information didn't contain changes. Submit different information to create a change set.",
    });
    expect(await advance()).toMatchObject({
      state: 'succeeded',
      outputs: { databaseHost: 'db' },
    });
  });

  it('only waits for what somebody else began, and tells none of it', async () => {
    stackIs('UPDATE_IN_PROGRESS', [event('UPDATE_IN_PROGRESS', 'console')]);
    const told: string[] = [];
    expect(await advance({}, told)).toMatchObject({
      state: 'waiting',
      summary: 'fleet-staging is UPDATE_IN_PROGRESS',
    });
    expect(told).toEqual([]);
  });

  it('tells each event once over many steps and pages, oldest first', async () => {
    const first = event('CREATE_IN_PROGRESS', 'c2');
    const second = event('CREATE_IN_PROGRESS', 'c2', 'Database');
    const third = event('CREATE_COMPLETE', 'c2', 'Database');
    stackIs('CREATE_IN_PROGRESS');
    cloud
      .on(DescribeStackEventsCommand)
      .resolvesOnce({ StackEvents: [second], NextToken: 'more' })
      .resolvesOnce({ StackEvents: [first] })
      .resolves({ StackEvents: [third, second, first] });
    const told: string[] = [];
    const step = await advance({}, told);
    expect(told).toEqual([
      'fleet-staging (AWS::Test::Thing) CREATE_IN_PROGRESS',
      'Database (AWS::Test::Thing) CREATE_IN_PROGRESS',
    ]);
    if (step.state !== 'waiting') throw new Error('did not wait');
    await advance(step.checkpoint, told);
    expect(told.slice(2)).toEqual([
      'Database (AWS::Test::Thing) CREATE_COMPLETE',
    ]);
  });

  it.each(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED', 'DELETE_FAILED'] as const)(
    'deletes what an earlier create left as %s, and says so',
    async status => {
      stackIs(status, [
        event('CREATE_IN_PROGRESS', 'c1'),
        event('CREATE_FAILED', 'c1', 'Database', 'Quota'),
        event(status, 'c1'),
      ]);
      const told: string[] = [];
      expect(await advance({}, told)).toMatchObject({
        state: 'waiting',
        checkpoint: { deleting: StackId },
      });
      expect(cloud.commandCalls(DeleteStackCommand)).toHaveLength(1);
      expect(told).toEqual([
        `fleet-staging is ${status}, left by an earlier attempt; it is deleted and made anew`,
      ]);
    },
  );

  it('never deletes a stack whose update is stuck', async () => {
    stackIs('UPDATE_ROLLBACK_FAILED', [
      event('UPDATE_IN_PROGRESS', 'c1'),
      event('UPDATE_FAILED', 'c1', 'Database', 'Locked'),
    ]);
    expect(await advance()).toEqual({
      state: 'failed',
      cause: 'Database (AWS::Test::Thing): Locked',
      nextStep:
        'Bring fleet-staging out of UPDATE_ROLLBACK_FAILED in CloudFormation, then try again',
    });
    expect(cloud.commandCalls(DeleteStackCommand)).toHaveLength(0);
  });

  it.each([
    [refusal('Throttling', 'Rate exceeded'), 'Rate exceeded'],
    [refusal('ServiceUnavailable', 'Down', 503), 'Down'],
  ])('waits after %s and keeps its checkpoint', async (error, words) => {
    cloud.on(DescribeStacksCommand).rejects(error);
    expect(await advance({ told: ['e0'] })).toEqual({
      state: 'waiting',
      summary: `CloudFormation can't be asked now: ${words}`,
      checkpoint: { told: ['e0'] },
    });
  });

  it('fails when the portal may not', async () => {
    cloud
      .on(DescribeStacksCommand)
      .rejects(refusal('AccessDenied', 'not authorized', 403));
    expect(await advance()).toEqual({
      state: 'failed',
      cause: 'CloudFormation refused: AccessDenied: not authorized',
      nextStep:
        "Give the portal's role in account 123456789012 the right to change stacks",
    });
  });

  it('says how large a template may be', async () => {
    const progress = await provisioner.advance(
      { ...request, template: 'x'.repeat(1_048_577) },
      {},
      () => {},
      signal,
    );
    expect(progress).toMatchObject({
      state: 'failed',
      cause: 'The template has 1048577 bytes; CloudFormation takes 1048576',
    });
    expect(cloud.calls()).toHaveLength(0);
  });

  it('gives the refusal of the bucket for a large template', async () => {
    const buckets = mockClient(S3Client);
    buckets.on(PutObjectCommand).rejects(
      new S3ServiceException({
        name: 'AccessDenied',
        message: 'No',
        $fault: 'client',
        $metadata: { httpStatusCode: 403 },
      }),
    );
    stackIs(undefined);
    cloud
      .on(DescribeChangeSetCommand)
      .rejects(refusal('ChangeSetNotFoundException', 'none'));
    const progress = await provisioner.advance(
      { ...request, template: 'x'.repeat(51_201) },
      {},
      () => {},
      signal,
    );
    expect(progress).toEqual({
      state: 'failed',
      cause: 'S3 refused: AccessDenied: No',
      nextStep:
        "Give the portal's role in account 123456789012 the right to write to the bucket sovd-templates-123456789012-us-east-1",
    });
    buckets.restore();
  });

  it('tells a stack where the cluster is that it joins', async () => {
    stackIs(undefined);
    cloud
      .on(DescribeChangeSetCommand)
      .rejects(refusal('ChangeSetNotFoundException', 'none'));
    cloud.on(CreateChangeSetCommand).resolves({});
    const joining = new CloudFormationStackProvisioner({
      clients: new CloudFormationClients({
        credentials: testCredentials,
        endpointOf: () => undefined,
      }),
      joinedClusterOf: () => ({
        vpcId: 'vpc-1',
        vpcCidr: '10.20.0.0/16',
        subnetIds: ['subnet-1', 'subnet-2'],
        securityGroupId: 'sg-1',
        oidcProvider: 'issuer',
      }),
    });
    const parameters = { ClusterMode: 'existing' };
    await joining.advance({ ...request, parameters }, {}, () => {}, signal);
    const [call] = cloud.commandCalls(CreateChangeSetCommand);
    expect(call.args[0].input.Parameters).toContainEqual({
      ParameterKey: 'ClusterSubnetIds',
      ParameterValue: 'subnet-1,subnet-2',
    });
  });

  it('previews which outputs only the changed stack will know', async () => {
    stackIs('UPDATE_COMPLETE');
    cloud.on(CreateChangeSetCommand).resolves({});
    cloud.on(DeleteChangeSetCommand).resolves({});
    cloud.on(DescribeChangeSetCommand).resolves({
      Status: 'CREATE_COMPLETE',
      Changes: [
        {
          ResourceChange: {
            LogicalResourceId: 'Database',
            ResourceType: 'AWS::RDS::DBInstance',
            Action: 'Modify',
            Replacement: 'True',
          },
        },
      ],
    });
    const template =
      'Outputs: { DatabaseHost: { Value: !GetAtt Database.Endpoint.Address } }';
    await expect(
      provisioner.preview({ ...request, template }, signal),
    ).resolves.toMatchObject({
      state: 'previewed',
      changes: [{ logicalId: 'Database', action: 'replace' }],
      unsettled: ['databaseHost'],
    });
    expect(cloud.commandCalls(DeleteChangeSetCommand)).toHaveLength(1);
  });
});
