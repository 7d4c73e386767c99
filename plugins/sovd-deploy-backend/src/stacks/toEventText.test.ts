import { toEventText } from './toEventText';

describe('toEventText', () => {
  const event = {
    StackId: undefined,
    EventId: undefined,
    StackName: undefined,
    Timestamp: undefined,
    LogicalResourceId: 'Database',
    ResourceType: 'AWS::RDS::DBInstance',
    ResourceStatus: 'CREATE_FAILED' as const,
  };

  it('names resource, type and status, and the reason when there is one', () => {
    expect(toEventText(event)).toBe(
      'Database (AWS::RDS::DBInstance) CREATE_FAILED',
    );
    expect(toEventText({ ...event, ResourceStatusReason: ' Quota ' })).toBe(
      'Database (AWS::RDS::DBInstance) CREATE_FAILED: Quota',
    );
  });
});
