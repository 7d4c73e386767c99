import { StackEvent } from '@aws-sdk/client-cloudformation';
import recorded from './recordedStacks.json';
import { toFirstCause } from './toFirstCause';

const toEvents = (events: { Timestamp: string }[]) =>
  events.map(item => ({
    ...item,
    Timestamp: new Date(item.Timestamp),
  })) as StackEvent[];

const event = (
  LogicalResourceId: string,
  ResourceStatus: string,
  ResourceStatusReason?: string,
): StackEvent =>
  ({
    LogicalResourceId,
    ResourceType: `AWS::Test::${LogicalResourceId}`,
    PhysicalResourceId: LogicalResourceId === 'fleet' ? 'arn' : 'id',
    StackId: 'arn',
    ResourceStatus,
    ResourceStatusReason,
  } as StackEvent);

describe('toFirstCause', () => {
  it('finds the resource of a recorded create that failed', () => {
    expect(toFirstCause(toEvents(recorded.failedCreate.events))).toBe(
      'Database (AWS::RDS::DBInstance): Cannot create more than 40 DB instances (InstanceQuotaExceeded)',
    );
  });

  it('finds the resource of a recorded update that was rolled back', () => {
    expect(toFirstCause(toEvents(recorded.failedUpdate.events))).toBe(
      'Logs (AWS::Logs::LogGroup): Not authorized',
    );
  });

  it('finds nothing in a recorded create that went well', () => {
    expect(toFirstCause(toEvents(recorded.created.events))).toBeUndefined();
  });

  it.each([
    [
      'a cancellation that came first',
      [
        event('Cache', 'CREATE_FAILED', 'Resource creation cancelled'),
        event('Database', 'CREATE_FAILED', 'Quota'),
      ],
      'Database (AWS::Test::Database): Quota',
    ],
    [
      'a failure of the stack before that of a resource',
      [
        event('fleet', 'CREATE_FAILED', 'The following resource(s) failed'),
        event('Database', 'CREATE_FAILED', 'Quota'),
      ],
      'Database (AWS::Test::Database): Quota',
    ],
    [
      'a second failure',
      [
        event('Database', 'UPDATE_FAILED', 'First'),
        event('Cache', 'UPDATE_FAILED', 'Second'),
      ],
      'Database (AWS::Test::Database): First',
    ],
  ])('looks behind %s', (_, events, cause) => {
    expect(toFirstCause(events)).toBe(cause);
  });

  it('falls back on what the stack says of itself', () => {
    expect(
      toFirstCause([
        event('fleet', 'ROLLBACK_IN_PROGRESS', 'Output DatabaseHost failed'),
      ]),
    ).toBe('fleet (AWS::Test::fleet): Output DatabaseHost failed');
    expect(toFirstCause([event('Database', 'DELETE_FAILED')])).toBe(
      'Database (AWS::Test::Database): DELETE_FAILED',
    );
  });
});
