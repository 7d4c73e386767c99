import {
  CloudFormationClient,
  DescribeStackEventsCommand,
} from '@aws-sdk/client-cloudformation';
import type { StackEvent } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { StackName, stackEvent as event } from '../__testUtils__/testCloud';
import {
  CloudFormationEvents,
  operationTokensOf,
} from './CloudFormationEvents';

const cloud = mockClient(CloudFormationClient);
const eventsBy = (client: CloudFormationClient) =>
  new CloudFormationEvents(client, operationTokensOf('c2'));
const events = eventsBy(new CloudFormationClient({}));
/** Pages as AWS gives them: newest first. */
const pagesAre = (...pages: StackEvent[][]) =>
  pages.forEach((StackEvents, index) =>
    cloud
      .on(DescribeStackEventsCommand, {
        StackName,
        NextToken: index ? `${index}` : undefined,
      })
      .resolves({
        StackEvents,
        NextToken: index + 1 < pages.length ? `${index + 1}` : undefined,
      }),
  );
const ids = (found: StackEvent[]) => found.map(({ EventId }) => EventId);
const asked = () => cloud.commandCalls(DescribeStackEventsCommand).length;

beforeEach(() => cloud.reset());

describe('CloudFormationEvents', () => {
  it('gives only what this change began, by either token, oldest first', async () => {
    pagesAre(
      [
        event('5', 'CREATE_IN_PROGRESS', 'c2'),
        event('4', 'DELETE_COMPLETE', 'clean-c2'),
      ],
      [
        event('3', 'UPDATE_COMPLETE', 'c1'),
        event('2', 'UPDATE_COMPLETE'),
        event('1', 'DELETE_IN_PROGRESS', 'clean-c2'),
      ],
    );
    expect(ids(await events.untold(StackName, new Set()))).toEqual([
      '1',
      '4',
      '5',
    ]);
  });

  it('asks for no page behind one that was told', async () => {
    pagesAre(
      [event('4', 'CREATE_COMPLETE', 'c2')],
      [
        event('3', 'CREATE_COMPLETE', 'c2'),
        event('2', 'CREATE_COMPLETE', 'c2'),
      ],
      [event('1', 'CREATE_COMPLETE', 'c2')],
    );
    expect(ids(await events.untold(StackName, new Set(['2', '1'])))).toEqual([
      '3',
      '4',
    ]);
    expect(asked()).toBe(2);
  });

  it('stops reading with its signal', async () => {
    pagesAre([event('1', 'CREATE_COMPLETE', 'c2')]);
    const client = new CloudFormationClient({});
    const send = jest.spyOn(client, 'send');
    const { signal } = new AbortController();
    await eventsBy(client).untold(StackName, new Set(), signal);
    expect(send).toHaveBeenCalledWith(
      expect.any(DescribeStackEventsCommand),
      expect.objectContaining({ abortSignal: signal }),
    );
  });

  it('gives the newest operation on the stack, whoever began it', async () => {
    pagesAre(
      [event('6', 'UPDATE_FAILED', 'console', 'Database')],
      [
        // A resource that begins is no beginning of the stack's own.
        event('5', 'UPDATE_IN_PROGRESS', 'console', 'Database'),
        event('4', 'UPDATE_IN_PROGRESS', 'console'),
        event('3', 'CREATE_COMPLETE', 'c1'),
      ],
      [event('2', 'CREATE_IN_PROGRESS', 'c1')],
    );
    expect(ids(await events.ofNewestOperation(StackName))).toEqual([
      '4',
      '5',
      '6',
    ]);
    expect(asked()).toBe(2);
  });

  it.each([
    'ROLLBACK_IN_PROGRESS',
    'UPDATE_ROLLBACK_IN_PROGRESS',
    'DELETE_SKIPPED',
  ] as const)('does not take %s for a beginning', async status => {
    pagesAre([
      event('2', status, 'c1'),
      event('1', 'CREATE_IN_PROGRESS', 'c1'),
      event('0', 'DELETE_COMPLETE', 'c0'),
    ]);
    expect(ids(await events.ofNewestOperation(StackName))).toEqual(['1', '2']);
  });

  it('gives everything when no beginning is known any more', async () => {
    pagesAre([event('2', 'CREATE_COMPLETE')], [event('1', 'CREATE_COMPLETE')]);
    expect(ids(await events.ofNewestOperation(StackName))).toEqual(['1', '2']);
  });
});
