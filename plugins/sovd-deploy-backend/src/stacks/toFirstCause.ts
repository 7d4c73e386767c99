import type { StackEvent } from '@aws-sdk/client-cloudformation';

const failed = /^(?:CREATE|UPDATE|DELETE|IMPORT)_FAILED$/;
/** Says only that something else failed first. */
const consequence = /^Resource (?:creation|update) cancelled$/i;

/**
 * The first resource that failed and the provider's reason. Later failures follow from it:
 * CloudFormation cancels what is under way and then rolls back.
 *
 * @param events - of one operation, oldest first
 */
export function toFirstCause(
  events: readonly StackEvent[],
): string | undefined {
  const failures = events.filter(
    event =>
      failed.test(event.ResourceStatus ?? '') &&
      !consequence.test(event.ResourceStatusReason?.trim() ?? ''),
  );
  const first =
    failures.find(event => !isStackItself(event)) ??
    // a stack can fail without any resource, e.g. when an output can't be computed
    failures[0] ??
    events.find(
      event =>
        isStackItself(event) &&
        /ROLLBACK_(?:IN_PROGRESS|FAILED)$/.test(event.ResourceStatus ?? '') &&
        event.ResourceStatusReason,
    );
  if (!first) return undefined;
  const reason = first.ResourceStatusReason?.trim() || first.ResourceStatus;
  return `${first.LogicalResourceId} (${first.ResourceType}): ${reason}`;
}

/** Whether an event is about the stack as a whole. */
export function isStackItself(event: StackEvent): boolean {
  return event.PhysicalResourceId === event.StackId;
}
