import assert from 'node:assert/strict';

import {
  type Change,
  CloudFormation,
  type CreateChangeSetCommandInput,
  type DescribeChangeSetCommandOutput,
  type DescribeStackDriftDetectionStatusCommandOutput,
  paginateDescribeStackEvents,
  type ResourceChange,
  type Stack,
  type StackEvent,
  type StackResourceDrift,
} from '@aws-sdk/client-cloudformation';

const POLL_MS = 40;

/** How every AWS client of these tests is made: no retries, so that a refused call is seen as it is. */
export function clientConfiguration(endpoint: string) {
  return {
    region: 'eu-west-1',
    endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
}

/** Resources alone, or a whole template, as a template body. */
export function template(content: object): string {
  return JSON.stringify(
    'Resources' in content ? content : { Resources: content },
  );
}

/** Template parameters in the shape of the API. */
export function parameters(values: Record<string, string | number>) {
  return Object.entries(values).map(([ParameterKey, value]) => ({
    ParameterKey,
    ParameterValue: String(value),
  }));
}

async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  limit = 60_000,
): Promise<T> {
  for (const end = Date.now() + limit; Date.now() < end; ) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`${what} took more than ${limit} ms`);
}

type ChangeSetInput = Partial<CreateChangeSetCommandInput>;

/** What the tests do with stacks, through the real SDK. */
export class StackClient {
  readonly api: CloudFormation;
  #count = 0;

  constructor(endpoint: string) {
    this.api = new CloudFormation(clientConfiguration(endpoint));
  }

  async stack(StackName: string): Promise<Stack> {
    const { Stacks } = await this.api.describeStacks({ StackName });
    assert.equal(Stacks?.length, 1);
    return Stacks[0];
  }

  /** The stack once nothing is in progress any more. */
  settled(name: string): Promise<Stack> {
    return until(`the operation on ${name}`, async () => {
      const stack = await this.stack(name);
      return /IN_PROGRESS$/.test(stack.StackStatus ?? '') ? undefined : stack;
    });
  }

  /** Makes a change set and waits until it is computed. */
  async change(
    StackName: string,
    TemplateBody: string | undefined,
    more: ChangeSetInput = {},
  ): Promise<DescribeChangeSetCommandOutput> {
    this.#count += 1;
    const ChangeSetName = `c${this.#count}`;
    await this.api.createChangeSet({
      StackName,
      ChangeSetName,
      TemplateBody,
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      ...more,
    });
    return until(`change set ${ChangeSetName}`, async () => {
      const found = await this.api.describeChangeSet({
        StackName,
        ChangeSetName,
        IncludePropertyValues: true,
      });
      return /PENDING|IN_PROGRESS/.test(found.Status ?? '') ? undefined : found;
    });
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
    const status = await until('drift detection', async () => {
      const found = await this.api.describeStackDriftDetectionStatus({
        StackDriftDetectionId,
      });
      return found.DetectionStatus === 'DETECTION_IN_PROGRESS'
        ? undefined
        : found;
    });
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

/** A stack's outputs by name. */
export function outputsOf(stack: Stack): Record<string, string> {
  return Object.fromEntries(
    (stack.Outputs ?? []).map(output => [
      output.OutputKey,
      output.OutputValue ?? '',
    ]),
  );
}

/** The change of one resource. */
export function changeOf(
  found: { Changes?: Change[] },
  logicalId: string,
): ResourceChange {
  const change = found.Changes?.map(item => item.ResourceChange).find(
    item => item?.LogicalResourceId === logicalId,
  );
  assert(change, `${logicalId} isn't in the change set`);
  return change;
}

/** Asserts that AWS refuses the call with this code and text. */
export async function refuses(
  code: string,
  text: RegExp,
  call: () => Promise<unknown>,
): Promise<void> {
  await assert.rejects(call, (error: Error) => {
    // some codes have a class of their own in the SDK, named with "Exception"
    assert.equal(
      error.name.replace(/Exception$/, ''),
      code.replace(/Exception$/, ''),
      error.message,
    );
    assert.match(error.message, text);
    return true;
  });
}
