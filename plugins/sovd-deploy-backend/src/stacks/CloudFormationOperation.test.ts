import {
  CloudFormationClient,
  CreateChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import type { StackEvent, StackStatus } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import {
  StackId,
  StackName,
  refusal,
  stackEvent as event,
  testStackRequest,
  testTemplates,
  unknownStack,
} from '../__testUtils__/testCloud';
import { CloudFormationOperation } from './CloudFormationOperation';
import type { StackCheckpoint } from './stackCheckpoint';

const cloud = mockClient(CloudFormationClient);
const { signal } = new AbortController();
let told: string[];
let note: StackCheckpoint;
const advance = () =>
  new CloudFormationOperation({
    client: new CloudFormationClient({}),
    request: testStackRequest,
    templates: testTemplates,
    note,
    tell: text => told.push(text),
    signal,
  }).advance();
const stackIs = (
  StackStatus: StackStatus,
  /** Newest first, as AWS gives them. */
  StackEvents: StackEvent[] = [],
  changes: { StackStatusReason?: string; StackId?: string } = {},
) => {
  cloud.on(DescribeStacksCommand).resolves({
    Stacks: [
      {
        StackName,
        StackId,
        StackStatus,
        CreationTime: new Date(0),
        Outputs: [{ OutputKey: 'DatabaseHost', OutputValue: 'db' }],
        ...changes,
      },
    ],
  });
  cloud.on(DescribeStackEventsCommand).resolves({ StackEvents });
};

beforeEach(() => {
  cloud.reset();
  told = [];
  note = { told: [] };
});

describe('CloudFormationOperation', () => {
  it.each(['none', 'REVIEW_IN_PROGRESS'] as const)(
    'plans a create when the stack is %s',
    async status => {
      if (status === 'none') {
        cloud.on(DescribeStacksCommand).rejects(unknownStack);
      } else {
        stackIs(status);
      }
      cloud
        .on(DescribeChangeSetCommand)
        .rejects(refusal('ChangeSetNotFoundException'));
      expect(await advance()).toEqual({
        state: 'waiting',
        summary: 'CloudFormation plans the change',
        checkpoint: { told: [] },
      });
      expect(
        cloud.commandCalls(CreateChangeSetCommand)[0].args[0].input,
      ).toMatchObject({ ChangeSetType: 'CREATE' });
    },
  );

  it('plans an update of what an earlier change made', async () => {
    stackIs('CREATE_COMPLETE', [event('1', 'CREATE_COMPLETE', 'c1')]);
    cloud
      .on(DescribeChangeSetCommand)
      .rejects(refusal('ChangeSetNotFoundException'));
    await advance();
    expect(
      cloud.commandCalls(CreateChangeSetCommand)[0].args[0].input,
    ).toMatchObject({ ChangeSetType: 'UPDATE' });
  });

  it.each<[StackStatus, string | undefined, string]>([
    ['CREATE_IN_PROGRESS', undefined, `${StackName} is CREATE_IN_PROGRESS`],
    [
      'UPDATE_ROLLBACK_IN_PROGRESS',
      'The following resource(s) failed to update: [Database].',
      `${StackName} is UPDATE_ROLLBACK_IN_PROGRESS: The following resource(s) failed to update: [Database].`,
    ],
    ['DELETE_IN_PROGRESS', undefined, `${StackName} is DELETE_IN_PROGRESS`],
  ])('waits while it is %s', async (status, StackStatusReason, summary) => {
    stackIs(status, [], { StackStatusReason });
    expect(await advance()).toMatchObject({ state: 'waiting', summary });
    expect(cloud.commandCalls(DescribeChangeSetCommand)).toHaveLength(0);
  });

  it.each(['CREATE_COMPLETE', 'UPDATE_COMPLETE'] as const)(
    'is done when what this change began ended as %s',
    async status => {
      stackIs(status, [
        event('3', status, 'c2'),
        event('2', 'CREATE_COMPLETE', 'c2', 'Database'),
        event('1', 'CREATE_IN_PROGRESS', 'c2'),
      ]);
      expect(await advance()).toEqual({
        state: 'succeeded',
        summary: `${StackName} is as its template says (${status})`,
        outputs: { databaseHost: 'db' },
      });
      expect(told).toHaveLength(3);
      expect(note.told).toEqual(['1', '2', '3']);
    },
  );

  it('fails with the first cause when its own update went back', async () => {
    stackIs('UPDATE_ROLLBACK_COMPLETE', [
      event('4', 'UPDATE_ROLLBACK_COMPLETE', 'c2'),
      event('3', 'UPDATE_FAILED', 'c2', 'Cache', 'Resource update cancelled'),
      event('2', 'UPDATE_FAILED', 'c2', 'Database', 'Quota'),
      event('1', 'UPDATE_IN_PROGRESS', 'c2'),
    ]);
    expect(await advance()).toEqual({
      state: 'failed',
      cause: 'Database (AWS::Test::Thing): Quota',
      nextStep:
        'Remove the cause, then try again; CloudFormation took everything back',
    });
  });

  it('tries once more what went back for an earlier change', async () => {
    stackIs('UPDATE_ROLLBACK_COMPLETE', [
      event('2', 'UPDATE_FAILED', 'c1', 'Database', 'Quota'),
      event('1', 'UPDATE_IN_PROGRESS', 'c1'),
    ]);
    cloud
      .on(DescribeChangeSetCommand)
      .rejects(refusal('ChangeSetNotFoundException'));
    expect(await advance()).toMatchObject({ state: 'waiting' });
    expect(cloud.commandCalls(CreateChangeSetCommand)).toHaveLength(1);
  });

  it('deletes no stack that its own create left, and says why it failed', async () => {
    stackIs('ROLLBACK_COMPLETE', [
      event('2', 'CREATE_FAILED', 'c2', 'Database', 'Quota'),
      event('1', 'CREATE_IN_PROGRESS', 'c2'),
    ]);
    expect(await advance()).toMatchObject({
      state: 'failed',
      cause: 'Database (AWS::Test::Thing): Quota',
    });
    expect(cloud.commandCalls(DeleteStackCommand)).toHaveLength(0);
  });

  it("gives the stack's own reason when no resource has one", async () => {
    stackIs('ROLLBACK_FAILED', [event('1', 'CREATE_IN_PROGRESS', 'c2')], {
      StackStatusReason: 'Role was deleted',
    });
    expect(await advance()).toEqual({
      state: 'failed',
      cause: `${StackName} is ROLLBACK_FAILED: Role was deleted`,
      nextStep: `Bring ${StackName} out of ROLLBACK_FAILED in CloudFormation, then try again`,
    });
  });

  it('deletes what an earlier create left, follows it by its id, and makes it anew', async () => {
    stackIs('ROLLBACK_COMPLETE', [event('1', 'CREATE_FAILED', 'c1')]);
    expect(await advance()).toMatchObject({
      summary: `${StackName} is deleted before it is made anew`,
      checkpoint: { deleting: StackId },
    });
    expect(cloud.commandCalls(DeleteStackCommand)[0].args[0].input).toEqual({
      StackName,
      ClientRequestToken: 'clean-c2',
    });

    // Gone: its name finds nothing, its id finds how it went.
    cloud.on(DescribeStacksCommand).rejects(unknownStack);
    cloud.on(DescribeStackEventsCommand, { StackName: StackId }).resolves({
      StackEvents: [event('2', 'DELETE_COMPLETE', 'clean-c2')],
    });
    cloud
      .on(DescribeChangeSetCommand)
      .rejects(refusal('ChangeSetNotFoundException'));
    expect(await advance()).toMatchObject({
      summary: 'CloudFormation plans the change',
      checkpoint: { told: ['2'] },
    });
    expect(told).toEqual([
      `${StackName} is ROLLBACK_COMPLETE, left by an earlier attempt; it is deleted and made anew`,
      `${StackName} (AWS::Test::Thing) DELETE_COMPLETE`,
    ]);
    expect(note.deleting).toBeUndefined();
  });

  it.each([
    ['none', "didn't contain changes", 'The template makes no resources'],
    ['CREATE_COMPLETE', 'Parameter X is missing', 'Parameter X is missing'],
  ] as const)(
    'fails when the stack is %s and the plan says: %s',
    async (status, StatusReason, cause) => {
      if (status === 'none') {
        cloud.on(DescribeStacksCommand).rejects(unknownStack);
      } else {
        stackIs(status);
      }
      cloud
        .on(DescribeChangeSetCommand)
        .resolves({ Status: 'FAILED', StatusReason });
      expect(await advance()).toEqual({
        state: 'failed',
        cause,
        nextStep: 'Correct infrastructure/cloudformation in the repository',
      });
    },
  );

  it('keeps what it told in its note when a later call fails', async () => {
    stackIs('CREATE_COMPLETE', []);
    cloud
      .on(DescribeStackEventsCommand)
      .resolvesOnce({ StackEvents: [event('1', 'CREATE_COMPLETE', 'c2')] })
      .rejects(refusal('Throttling'));
    await expect(advance()).rejects.toMatchObject({ name: 'Throttling' });
    expect(note.told).toEqual(['1']);
  });
});
