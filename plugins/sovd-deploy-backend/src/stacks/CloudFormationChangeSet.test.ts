import {
  CloudFormationClient,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  ExecuteChangeSetCommand,
} from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import {
  refusal,
  testStackRequest,
  testTemplates,
  unknownStack,
} from '../__testUtils__/testCloud';
import {
  CloudFormationChangeSet,
  isUnknownStack,
} from './CloudFormationChangeSet';

const cloud = mockClient(CloudFormationClient);
const place = { StackName: 'fleet-staging', ChangeSetName: 'change-c2' };
const { signal } = new AbortController();
const advance = (type: 'CREATE' | 'UPDATE' = 'UPDATE') =>
  new CloudFormationChangeSet(
    new CloudFormationClient({}),
    testStackRequest,
    testTemplates,
    signal,
  ).advance(type);
const called = () => cloud.calls().map(({ args }) => args[0].constructor.name);

beforeEach(() => cloud.reset());

describe('CloudFormationChangeSet', () => {
  it.each([
    ['there is none', refusal('ChangeSetNotFoundException')],
    ['there is no stack either', unknownStack],
  ])('is made when %s', async (_, error) => {
    cloud.on(DescribeChangeSetCommand).rejects(error);
    cloud.on(CreateChangeSetCommand).resolves({});
    expect(await advance('CREATE')).toEqual({
      state: 'waiting',
      summary: 'CloudFormation plans the change',
    });
    expect(cloud.commandCalls(CreateChangeSetCommand)[0].args[0].input).toEqual(
      {
        ...place,
        ChangeSetType: 'CREATE',
        Description: 'Change c2 of environment fleet-staging',
        TemplateBody: 'Resources: {}',
        Parameters: [
          { ParameterKey: 'NamePrefix', ParameterValue: 'fleet-staging' },
          { ParameterKey: 'DatabaseClass', ParameterValue: 'db.t3.medium' },
        ],
        Capabilities: ['CAPABILITY_NAMED_IAM'],
        Tags: [
          { Key: 'Application', Value: 'fleet' },
          { Key: 'Environment', Value: 'staging' },
          { Key: 'ManagedBy', Value: 'CloudFormation' },
          { Key: 'sovd:environment', Value: 'fleet-staging' },
          { Key: 'sovd:owner', Value: 'group:default/platform' },
        ],
      },
    );
  });

  it('waits for the one that an earlier step made without noting it', async () => {
    cloud
      .on(DescribeChangeSetCommand)
      .rejects(refusal('ChangeSetNotFoundException'));
    cloud.on(CreateChangeSetCommand).rejects(refusal('AlreadyExistsException'));
    expect(await advance()).toMatchObject({ state: 'waiting' });
  });

  it.each([
    ['AccessDenied', 'not authorized'],
    // Not every ValidationError says that there is no such stack.
    ['ValidationError', 'Name is too long'],
  ])('passes on why it can not be looked at: %s', async (name, message) => {
    cloud.on(DescribeChangeSetCommand).rejects(refusal(name, message));
    await expect(advance()).rejects.toMatchObject({ name, message });
    expect(called()).toEqual(['DescribeChangeSetCommand']);
  });

  it('passes on why it can not be made', async () => {
    cloud
      .on(DescribeChangeSetCommand)
      .rejects(refusal('ChangeSetNotFoundException'));
    cloud
      .on(CreateChangeSetCommand)
      .rejects(refusal('LimitExceededException', 'too many'));
    await expect(advance()).rejects.toMatchObject({ message: 'too many' });
  });

  it.each([
    ['CREATE_PENDING', 'UNAVAILABLE', 'CloudFormation plans the change'],
    ['CREATE_IN_PROGRESS', 'UNAVAILABLE', 'CloudFormation plans the change'],
    [
      'CREATE_COMPLETE',
      'EXECUTE_IN_PROGRESS',
      'CloudFormation starts the change',
    ],
  ] as const)(
    'only waits while it is %s and %s',
    async (Status, ExecutionStatus, summary) => {
      cloud.on(DescribeChangeSetCommand).resolves({ Status, ExecutionStatus });
      expect(await advance()).toEqual({ state: 'waiting', summary });
      expect(called()).toEqual(['DescribeChangeSetCommand']);
    },
  );

  it.each([
    [undefined, 'CloudFormation began to change 2 resources'],
    ['more', 'CloudFormation began to change more than 2 resources'],
  ])(
    'is executed when it is ready (next page: %p)',
    async (NextToken, summary) => {
      cloud.on(DescribeChangeSetCommand).resolves({
        Status: 'CREATE_COMPLETE',
        ExecutionStatus: 'AVAILABLE',
        Changes: [{}, {}],
        NextToken,
      });
      expect(await advance()).toEqual({ state: 'waiting', summary });
      expect(
        cloud.commandCalls(ExecuteChangeSetCommand)[0].args[0].input,
      ).toEqual({ ...place, ClientRequestToken: 'c2' });
    },
  );

  it.each(['InvalidChangeSetStatus', 'TokenAlreadyExistsException'])(
    'takes %s for an execution that an earlier step began',
    async name => {
      cloud.on(DescribeChangeSetCommand).resolves({
        Status: 'CREATE_COMPLETE',
        ExecutionStatus: 'AVAILABLE',
      });
      cloud.on(ExecuteChangeSetCommand).rejects(refusal(name));
      expect(await advance()).toMatchObject({ state: 'waiting' });
    },
  );

  it('passes on why it can not be executed', async () => {
    cloud.on(DescribeChangeSetCommand).resolves({
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'AVAILABLE',
    });
    cloud
      .on(ExecuteChangeSetCommand)
      .rejects(refusal('InsufficientCapabilitiesException'));
    await expect(advance()).rejects.toMatchObject({
      name: 'InsufficientCapabilitiesException',
    });
  });

  it('is taken away when the stack was changed behind its back', async () => {
    cloud
      .on(DescribeChangeSetCommand)
      .resolves({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'OBSOLETE' });
    expect(await advance()).toEqual({
      state: 'waiting',
      summary: 'The stack was changed meanwhile; it is planned again',
    });
    expect(called()).toEqual([
      'DescribeChangeSetCommand',
      'DeleteChangeSetCommand',
    ]);
  });

  it.each([
    [
      "The submitted information didn't contain changes. Submit different information to create a change set.",
      { state: 'nothing to change' },
    ],
    ['No updates are to be performed.', { state: 'nothing to change' }],
    [
      'Parameter DatabaseClass must be one of [db.t3.medium]',
      {
        state: 'refused',
        cause: 'Parameter DatabaseClass must be one of [db.t3.medium]',
      },
    ],
    [undefined, { state: 'refused', cause: 'no reason' }],
  ])('is taken away when it failed for %p', async (StatusReason, step) => {
    cloud
      .on(DescribeChangeSetCommand)
      .resolves({ Status: 'FAILED', StatusReason });
    expect(await advance()).toEqual(step);
    expect(cloud.commandCalls(DeleteChangeSetCommand)[0].args[0].input).toEqual(
      place,
    );
  });
});

describe('isUnknownStack', () => {
  it.each([
    [unknownStack, true],
    [refusal('ValidationError', 'Template format error'), false],
    [refusal('AccessDenied', 'Stack does not exist, or is not yours'), false],
    ['Stack does not exist', false],
    [undefined, false],
  ])('%p: %p', (error, expected) => {
    expect(isUnknownStack(error)).toBe(expected);
  });
});
