import type { Stack } from '@aws-sdk/client-cloudformation';

/** A stack's outputs by name. */
export function outputsOf(stack: Stack): Record<string, string> {
  return Object.fromEntries(
    (stack.Outputs ?? []).map(output => [
      output.OutputKey,
      output.OutputValue ?? '',
    ]),
  );
}
