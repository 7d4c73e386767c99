import type { Stack as ProviderStack } from '@aws-sdk/client-cloudformation';
import { stackSchema } from '@sovd/plugin-sovd-deploy-common';
import recorded from './recordedStacks.json';
import { toStack } from './toStack';

const environment = {
  stackName: 'fleet-two',
  region: 'eu-central-1',
  accountId: '000000000000',
};
const toProvider = (stack: { StackStatus: string; CreationTime: string }) =>
  ({ ...stack, CreationTime: new Date(stack.CreationTime) } as ProviderStack);

describe('toStack', () => {
  it('turns a recorded stack into the contract’s', () => {
    const stack = toStack(toProvider(recorded.created.stack), {
      environment,
      resourceCount: 2,
    });
    expect(stackSchema.parse(stack)).toEqual(stack);
    expect(stack).toMatchObject({
      engine: 'cloudformation',
      name: 'fleet-two',
      phase: 'ready',
      providerStatus: 'CREATE_COMPLETE',
      resourceCount: 2,
      outputs: { databaseHost: expect.any(String), databasePort: '5432' },
    });
    expect(stack.cause).toBeUndefined();
  });

  it('takes region and account from the stack’s own ARN', () => {
    const stack = toStack(toProvider(recorded.created.stack), {
      environment,
      resourceCount: 2,
    });
    expect(stack).toMatchObject({
      region: 'us-east-1',
      accountId: '123456789012',
    });
  });

  it('keeps the cause of a recorded failure, and what is known of a bare answer', () => {
    expect(
      toStack(toProvider(recorded.failedCreate.stack), {
        environment,
        resourceCount: 0,
        cause: 'Database: quota',
      }),
    ).toMatchObject({ phase: 'failed', cause: 'Database: quota', outputs: {} });
    expect(
      toStack(
        {
          StackName: undefined,
          CreationTime: undefined,
          StackStatus: undefined,
        },
        { environment, resourceCount: 0 },
      ),
    ).toMatchObject({
      name: 'fleet-two',
      region: 'eu-central-1',
      providerStatus: 'UNKNOWN',
    });
  });
});
