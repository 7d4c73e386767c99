import {
  CloudFormationClient,
  DescribeStacksCommand,
  ListStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { sandboxVariable } from './sandbox.ts';

function client(): CloudFormationClient {
  return new CloudFormationClient({
    region: 'us-east-1',
    endpoint: sandboxVariable('SANDBOX_AWS_URL'),
    credentials: { accessKeyId: 'e2e', secretAccessKey: 'e2e' },
  });
}

/** A stack's status and outputs, asked of AWS itself. */
export async function describeStack(name: string) {
  const { Stacks = [] } = await client().send(
    new DescribeStacksCommand({ StackName: name }),
  );
  const [stack] = Stacks;
  const outputs = Object.fromEntries(
    (stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [
      OutputKey,
      OutputValue,
    ]),
  );
  return { status: stack.StackStatus, outputs };
}

/** How many stacks of a name exist that weren't deleted. */
export async function countStacks(name: string): Promise<number> {
  const { StackSummaries = [] } = await client().send(
    new ListStacksCommand({}),
  );
  return StackSummaries.filter(
    stack =>
      stack.StackName === name && stack.StackStatus !== 'DELETE_COMPLETE',
  ).length;
}

/** Makes the sandbox's AWS fail a resource; without an argument nothing fails any more. */
export async function injectFault(
  fail?: Record<string, string>,
): Promise<void> {
  const url = `${sandboxVariable('SANDBOX_AWS_URL')}/sandbox-api/faults`;
  const response = await fetch(url, {
    method: fail ? 'PUT' : 'DELETE',
    headers: { 'Content-Type': 'application/json' },
    body: fail && JSON.stringify({ fail }),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
}
