import type { StackEvent } from '@aws-sdk/client-cloudformation';

/** One event as a line of a change's log. */
export function toEventText(event: StackEvent): string {
  const reason = event.ResourceStatusReason?.trim();
  const what = `${event.LogicalResourceId} (${event.ResourceType}) ${event.ResourceStatus}`;
  return reason ? `${what}: ${reason}` : what;
}
