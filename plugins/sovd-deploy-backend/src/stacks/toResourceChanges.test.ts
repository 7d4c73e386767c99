import type { Change, ResourceChange } from '@aws-sdk/client-cloudformation';
import recorded from './recordedChangeSet.json';
import { toResourceChanges } from './toResourceChanges';

const modified = (change: Partial<ResourceChange>): Change => ({
  Type: 'Resource',
  ResourceChange: {
    Action: 'Modify',
    LogicalResourceId: 'Database',
    ResourceType: 'AWS::RDS::DBInstance',
    ...change,
  },
});

describe('toResourceChanges', () => {
  it('turns a recorded change set into changes with their values', () => {
    expect(toResourceChanges(recorded.Changes as Change[])).toEqual([
      {
        logicalId: 'Fresh',
        type: 'AWS::SQS::Queue',
        action: 'add',
        properties: [],
      },
      {
        logicalId: 'Logs',
        type: 'AWS::Logs::LogGroup',
        action: 'change',
        properties: [
          { path: 'RetentionInDays', from: '7', to: '14' },
          {
            path: 'Tags',
            from: '[{"Key": "sovd:size", "Value": "small"}]',
            to: '[{"Key": "sovd:size", "Value": "large"}]',
          },
        ],
      },
      {
        logicalId: 'Old',
        type: 'AWS::SQS::Queue',
        action: 'delete',
        properties: [],
      },
      {
        logicalId: 'Topic',
        type: 'AWS::SNS::Topic',
        action: 'replace',
        properties: [{ path: 'TopicName', from: 'one', to: 'two' }],
      },
    ]);
  });

  it.each<[Partial<ResourceChange>, string]>([
    [{ Replacement: 'False' }, 'change'],
    [{ Replacement: 'Conditional' }, 'maybe-replace'],
    [{ Action: 'Dynamic' }, 'maybe-replace'],
    [{ Action: 'Import' }, 'add'],
  ])('%j: %s', (change, action) => {
    expect(toResourceChanges([modified(change)])).toMatchObject([{ action }]);
  });

  it('tells a property once, however many causes it has', () => {
    const Target = {
      Attribute: 'Properties' as const,
      Name: 'DBInstanceClass',
      Path: '/Properties/DBInstanceClass',
      BeforeValue: 'db.t3.medium',
      AfterValue: 'db.t3.large',
    };
    const causes = ['DirectModification', 'ParameterReference'] as const;
    const Details = causes.map(ChangeSource => ({ Target, ChangeSource }));
    expect(toResourceChanges([modified({ Details })])[0].properties).toEqual([
      { path: 'DBInstanceClass', from: 'db.t3.medium', to: 'db.t3.large' },
    ]);
  });

  it('says nothing of hooks, which are no resources', () => {
    expect(toResourceChanges([{ HookInvocationCount: 1 }])).toEqual([]);
  });
});
