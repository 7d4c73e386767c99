import {
  CloudFormationServiceException,
  type StackEvent,
} from '@aws-sdk/client-cloudformation';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { StackRequest } from '../stacks/StackProvisioner';
import { testEnvironment } from './testEnvironment';

export const StackName = 'fleet-staging';
export const StackId = `arn:aws:cloudformation:us-east-1:123456789012:stack/${StackName}/1`;

/** A change that is asked of the stack of {@link testEnvironment}. */
export const testStackRequest: StackRequest = {
  environment: testEnvironment('fleet'),
  template: 'Resources: {}',
  parameters: { NamePrefix: 'fleet-staging', DatabaseClass: 'db.t3.medium' },
  changeId: 'c2',
};

/** Templates that always fit within the request. */
export const testTemplates = {
  locate: async ({ template }: Pick<StackRequest, 'template'>) => ({
    TemplateBody: template,
  }),
};

/** An answer of AWS that isn't a success. */
export function refusal(name: string, message = name, httpStatusCode = 400) {
  return new CloudFormationServiceException({
    name,
    message,
    $fault: 'client',
    $metadata: { httpStatusCode },
  });
}

/** How CloudFormation says that there is no such stack. */
export const unknownStack = refusal(
  'ValidationError',
  `Stack with id ${StackName} does not exist`,
);

/** An event of the stack itself, or of a resource of it. */
export function stackEvent(
  EventId: string,
  ResourceStatus: StackEvent['ResourceStatus'],
  ClientRequestToken?: string,
  resource = StackName,
  ResourceStatusReason?: string,
): StackEvent {
  return {
    StackName,
    StackId,
    EventId,
    Timestamp: new Date(0),
    LogicalResourceId: resource,
    PhysicalResourceId: resource === StackName ? StackId : resource,
    ResourceType: 'AWS::Test::Thing',
    ResourceStatus,
    ResourceStatusReason,
    ClientRequestToken,
  };
}

/** Credentials that no cloud knows. */
export const testCredentials: AwsCredentialsManager = {
  getCredentialProvider: async () => ({
    sdkCredentialProvider: async () => ({
      accessKeyId: 'a',
      secretAccessKey: 's',
    }),
  }),
};
