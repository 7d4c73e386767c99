import { testEnvironment } from '../__testUtils__/testEnvironment';
import { saysNothingToChange, toChangeSetInput } from './toChangeSetInput';

it('names template, parameters, and whose the stack is', () => {
  expect(
    toChangeSetInput(
      {
        environment: testEnvironment('fleet'),
        parameters: { NamePrefix: 'fleet-staging' },
      },
      { TemplateBody: '{}' },
    ),
  ).toEqual({
    TemplateBody: '{}',
    Parameters: [
      { ParameterKey: 'NamePrefix', ParameterValue: 'fleet-staging' },
    ],
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    Tags: [
      { Key: 'Application', Value: 'fleet' },
      { Key: 'Environment', Value: 'staging' },
      { Key: 'ManagedBy', Value: 'CloudFormation' },
      { Key: 'sovd:environment', Value: 'fleet-staging' },
      { Key: 'sovd:owner', Value: 'group:default/platform' },
    ],
  });
});

it.each([
  [
    "The submitted information didn't contain changes. Submit different information to create a change set.",
    true,
  ],
  ['No updates are to be performed.', true],
  ['Template error: Ref to Nothing', false],
])('%s: %p', (reason, expected) => {
  expect(saysNothingToChange(reason)).toBe(expected);
});
