import assert from 'node:assert/strict';

import {
  CloudFormation,
  type CreateChangeSetCommandInput,
  type DescribeChangeSetCommandOutput,
  type DescribeStackDriftDetectionStatusCommandOutput,
  paginateDescribeStackEvents,
  type Stack,
  type StackEvent,
  type StackResourceDrift,
} from '@aws-sdk/client-cloudformation';

import { TemplateBucket } from './TemplateBucket.ts';
import { until } from '../RunningSandbox.ts';
import { clientConfiguration } from './clientConfiguration.ts';

/** Above the longest operation of the slowest machine. */
const LIMIT_MS = 60_000;

type ChangeSetInput = Partial<CreateChangeSetCommandInput>;

/** What the tests do with stacks, through the real SDK. */
export class StackClient {
  readonly api: CloudFormation;
  readonly #templates: TemplateBucket;
  #count = 0;

  constructor(endpoint: string, region?: string) {
    this.api = new CloudFormation(clientConfiguration(endpoint, region));
    this.#templates = new TemplateBucket(endpoint);
  }

  async stack(StackName: string): Promise<Stack> {
    const { Stacks } = await this.api.describeStacks({ StackName });
    assert.equal(Stacks?.length, 1);
    return Stacks[0];
  }

  /** The stack once nothing is in progress any more. */
  settled(name: string): Promise<Stack> {
    return until(
      `the operation on ${name}`,
      async () => {
        const stack = await this.stack(name);
        return /IN_PROGRESS$/.test(stack.StackStatus ?? '') ? undefined : stack;
      },
      LIMIT_MS,
    );
  }

  /** Makes a change set and waits until it is computed. */
  async change(
    StackName: string,
    body: string | undefined,
    more: ChangeSetInput = {},
  ): Promise<DescribeChangeSetCommandOutput> {
    this.#count += 1;
    const ChangeSetName = `c${this.#count}`;
    await this.api.createChangeSet({
      StackName,
      ChangeSetName,
      ...(await this.#templates.locate(body)),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      ...more,
    });
    return until(
      `change set ${ChangeSetName}`,
      async () => {
        const found = await this.api.describeChangeSet({
          StackName,
          ChangeSetName,
          IncludePropertyValues: true,
        });
        return /PENDING|IN_PROGRESS/.test(found.Status ?? '')
          ? undefined
          : found;
      },
      LIMIT_MS,
    );
  }

  async apply(
    name: string,
    body: string,
    more: ChangeSetInput = {},
    ClientRequestToken?: string,
  ): Promise<Stack> {
    const found = await this.change(name, body, more);
    assert.equal(found.Status, 'CREATE_COMPLETE', found.StatusReason);
    await this.api.executeChangeSet({
      ChangeSetName: found.ChangeSetId,
      ClientRequestToken,
    });
    return this.settled(found.StackId ?? name);
  }

  create(
    name: string,
    body: string,
    more: ChangeSetInput = {},
    token?: string,
  ): Promise<Stack> {
    return this.apply(name, body, { ChangeSetType: 'CREATE', ...more }, token);
  }

  /** Deletes and returns the stack as it ended. */
  async remove(name: string, retain?: string[]): Promise<Stack> {
    const { StackId } = await this.stack(name);
    await this.api.deleteStack({ StackName: name, RetainResources: retain });
    return this.settled(StackId ?? name);
  }

  /** All events, oldest first. */
  async events(StackName: string): Promise<StackEvent[]> {
    const all: StackEvent[] = [];
    const pages = paginateDescribeStackEvents(
      { client: this.api },
      { StackName },
    );
    for await (const page of pages) all.push(...(page.StackEvents ?? []));
    return all.reverse();
  }

  /** `Resource: reason` of everything that failed, for assertion messages. */
  async failures(name: string): Promise<string> {
    return (await this.events(name))
      .filter(event => /FAILED/.test(event.ResourceStatus ?? ''))
      .map(event => `${event.LogicalResourceId}: ${event.ResourceStatusReason}`)
      .join('\n');
  }

  async drift(StackName: string): Promise<{
    status: DescribeStackDriftDetectionStatusCommandOutput;
    rows: StackResourceDrift[];
  }> {
    const { StackDriftDetectionId } = await this.api.detectStackDrift({
      StackName,
    });
    const status = await until(
      'drift detection',
      async () => {
        const found = await this.api.describeStackDriftDetectionStatus({
          StackDriftDetectionId,
        });
        return found.DetectionStatus === 'DETECTION_IN_PROGRESS'
          ? undefined
          : found;
      },
      LIMIT_MS,
    );
    assert.equal(
      status.DetectionStatus,
      'DETECTION_COMPLETE',
      status.DetectionStatusReason,
    );
    const { StackResourceDrifts } = await this.api.describeStackResourceDrifts({
      StackName,
    });
    return { status, rows: StackResourceDrifts ?? [] };
  }
}
