import assert from 'node:assert/strict';

import type { Change, ResourceChange } from '@aws-sdk/client-cloudformation';

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
