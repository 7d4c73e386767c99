import type { CreateChangeSetCommandInput } from '@aws-sdk/client-cloudformation';
import type { TemplateLocation } from './CloudFormationTemplates';
import type { StackRequest } from './StackProvisioner';

/** What a change set is made from, whether it is carried out or only looked at. */
export function toChangeSetInput(
  { environment, parameters }: Pick<StackRequest, 'environment' | 'parameters'>,
  template: TemplateLocation,
): Pick<
  CreateChangeSetCommandInput,
  'TemplateBody' | 'TemplateURL' | 'Parameters' | 'Capabilities' | 'Tags'
> {
  return {
    ...template,
    Parameters: Object.entries(parameters).map(
      ([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }),
    ),
    // the template makes roles with names that follow from the environment's
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    Tags: [
      { Key: 'Application', Value: environment.answers.name },
      { Key: 'Environment', Value: environment.answers.environment },
      { Key: 'ManagedBy', Value: 'CloudFormation' },
      { Key: 'sovd:environment', Value: environment.name },
      { Key: 'sovd:owner', Value: environment.answers.owner },
    ],
  };
}

/** CloudFormation fails a change set that has nothing to do; only its words tell that. */
export function saysNothingToChange(reason: string): boolean {
  return /didn't contain changes|no updates are to be performed/i.test(reason);
}
