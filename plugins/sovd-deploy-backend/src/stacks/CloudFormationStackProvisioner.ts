import {
  CloudFormationServiceException,
  DescribeStacksCommand,
  paginateListStackResources,
  Stack as ProviderStack,
} from '@aws-sdk/client-cloudformation';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Environment, Stack } from '@sovd/plugin-sovd-deploy-common';
import { isUnknownStack } from './CloudFormationChangeSet';
import type { CloudFormationClients } from './CloudFormationClients';
import { CloudFormationOperation } from './CloudFormationOperation';
import {
  CloudFormationEvents,
  operationTokensOf,
} from './CloudFormationEvents';
import { CloudFormationPreview } from './CloudFormationPreview';
import {
  CloudFormationTemplates,
  templateBucketOf,
} from './CloudFormationTemplates';
import { isPassing } from './isPassing';
import { readStackCheckpoint, writeStackCheckpoint } from './stackCheckpoint';
import type {
  StackPreview,
  StackProgress,
  StackProvisioner,
  StackRequest,
} from './StackProvisioner';
import { toClusterParameters } from './toClusterParameters';
import type { JoinedCluster } from './toClusterParameters';
import { toFirstCause } from './toFirstCause';
import { toStack } from './toStack';

/** What CloudFormation takes from a bucket. */
const MAX_TEMPLATE_BYTES = 1_048_576;

/** @see {@link CloudFormationStackProvisioner} */
export interface CloudFormationStackProvisionerOptions {
  clients: CloudFormationClients;
  /** What stacks join that make no cluster of their own; undefined where they do. */
  joinedClusterOf?(environment: Environment): JoinedCluster | undefined;
}

/**
 * Stacks by CloudFormation: a change set, executed once, and CloudFormation's own
 * roll-back when it fails. It keeps no state but which events were told; everything
 * else is read from the stack at each step.
 */
export class CloudFormationStackProvisioner implements StackProvisioner {
  readonly engine = 'cloudformation' as const;

  private readonly templates: CloudFormationTemplates;

  constructor(private readonly options: CloudFormationStackProvisionerOptions) {
    this.templates = new CloudFormationTemplates(options.clients);
  }

  async advance(
    request: StackRequest,
    checkpoint: JsonObject,
    tell: (text: string) => void,
    signal: AbortSignal,
  ): Promise<StackProgress> {
    const bytes = Buffer.byteLength(request.template);
    if (bytes > MAX_TEMPLATE_BYTES) {
      return {
        state: 'failed',
        cause: `The template has ${bytes} bytes; CloudFormation takes ${MAX_TEMPLATE_BYTES}`,
        nextStep:
          'Make infrastructure/cloudformation/main.yaml smaller, or split it into two stacks',
      };
    }
    const note = readStackCheckpoint(checkpoint);
    try {
      const client = await this.options.clients.for(request.environment);
      const operation = new CloudFormationOperation({
        client,
        request: this.complete(request),
        templates: this.templates,
        note,
        tell,
        signal,
      });
      return await operation.advance();
    } catch (error) {
      if (signal.aborted) throw error;
      if (isPassing(error)) {
        const { message, name } = toError(error);
        return {
          state: 'waiting',
          summary: `CloudFormation can't be asked now: ${message || name}`,
          checkpoint: writeStackCheckpoint(note),
        };
      }
      // the SDK's own errors are refusals; anything else is a fault of ours
      if (!isRefusal(error)) throw error;
      return { ...toRefusal(error, request.environment), state: 'failed' };
    }
  }

  async preview(
    request: Omit<StackRequest, 'changeId'>,
    signal: AbortSignal,
  ): Promise<StackPreview> {
    try {
      const client = await this.options.clients.for(request.environment);
      return await new CloudFormationPreview(
        client,
        this.complete(request),
        this.templates,
        signal,
      ).make();
    } catch (error) {
      signal.throwIfAborted();
      if (isPassing(error)) {
        const { message, name } = toError(error);
        throw new ServiceUnavailableError(
          `CloudFormation can't be asked now: ${message || name}`,
        );
      }
      if (!isRefusal(error)) throw error;
      return { ...toRefusal(error, request.environment), state: 'refused' };
    }
  }

  private complete<R extends Omit<StackRequest, 'changeId'>>(request: R): R {
    const cluster = this.options.joinedClusterOf?.(request.environment);
    const { parameters: own, template } = request;
    const parameters = toClusterParameters(own, cluster, template);
    return { ...request, parameters };
  }

  async read(environment: Environment): Promise<Stack | undefined> {
    const client = await this.options.clients.for(environment);
    let found: ProviderStack | undefined;
    try {
      const answer = await client.send(
        new DescribeStacksCommand({ StackName: environment.stackName }),
      );
      found = answer.Stacks?.[0];
    } catch (error) {
      if (!isUnknownStack(error)) throw error;
    }
    // a stack under review was never made: only its change set stands
    if (!found || found.StackStatus === 'REVIEW_IN_PROGRESS') return undefined;
    let resourceCount = 0;
    for await (const page of paginateListStackResources(
      { client },
      { StackName: environment.stackName },
    )) {
      resourceCount += (page.StackResourceSummaries ?? []).filter(
        resource => resource.ResourceStatus !== 'DELETE_COMPLETE',
      ).length;
    }
    const wentWrong = /ROLLBACK|FAILED/.test(found.StackStatus ?? '');
    const events = new CloudFormationEvents(client, operationTokensOf(''));
    const cause = wentWrong
      ? toFirstCause(await events.ofNewestOperation(environment.stackName))
      : undefined;
    return toStack(found, { environment, resourceCount, cause });
  }
}

type Refusal = CloudFormationServiceException | S3ServiceException;

function isRefusal(error: unknown): error is Refusal {
  return (
    error instanceof CloudFormationServiceException ||
    error instanceof S3ServiceException
  );
}

function toRefusal(
  error: Refusal,
  environment: Environment,
): { cause: string; nextStep: string } {
  const { name, message } = error;
  const notAllowed = /AccessDenied|NotAuthorized|InvalidClientToken|Expired/;
  const [service, right] =
    error instanceof S3ServiceException
      ? ['S3', `write to the bucket ${templateBucketOf(environment)}`]
      : ['CloudFormation', 'change stacks'];
  return {
    cause: `${service} refused: ${name}: ${message}`,
    nextStep: notAllowed.test(name)
      ? `Give the portal's role in account ${environment.accountId} the right to ${right}`
      : 'Correct the template or its parameters in the repository',
  };
}
