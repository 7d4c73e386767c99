import type {
  Change,
  ResourceChange as ProviderChange,
  ResourceChangeDetail,
} from '@aws-sdk/client-cloudformation';
import type {
  FieldChange,
  ResourceChange,
} from '@sovd/plugin-sovd-deploy-common';

/** A change set's description as the contract's resource changes, by logical id. */
export function toResourceChanges(
  changes: readonly Change[],
): ResourceChange[] {
  return changes
    .flatMap(({ ResourceChange: change }) => (change ? [change] : []))
    .map(change => ({
      logicalId: change.LogicalResourceId ?? 'unnamed',
      type: change.ResourceType ?? 'unknown',
      action: toAction(change),
      properties: toProperties(change.Details ?? []),
    }))
    .sort((one, other) => (one.logicalId < other.logicalId ? -1 : 1));
}

function toAction({
  Action,
  Replacement,
}: ProviderChange): ResourceChange['action'] {
  switch (Action) {
    case 'Add':
    case 'Import':
      return 'add';
    case 'Remove':
      return 'delete';
    default:
      // Dynamic: CloudFormation itself can't tell before it has begun
      if (Replacement === 'True') return 'replace';
      return Replacement === 'Conditional' || Action === 'Dynamic'
        ? 'maybe-replace'
        : 'change';
  }
}

/** A property with several causes comes several times, each time with the same values. */
function toProperties(details: readonly ResourceChangeDetail[]): FieldChange[] {
  const byPath = new Map<string, FieldChange>();
  for (const { Target: target } of details) {
    if (!target) continue;
    const { Attribute, Name, Path, BeforeValue, AfterValue } = target;
    const path = toPath(Path) ?? Name ?? Attribute ?? 'unnamed';
    byPath.set(path, {
      path,
      ...(BeforeValue !== undefined && { from: BeforeValue }),
      ...(AfterValue !== undefined && { to: AfterValue }),
    });
  }
  return [...byPath.values()].sort((one, other) =>
    one.path < other.path ? -1 : 1,
  );
}

/** `/Properties/Tags/0` becomes `Tags.0`. */
function toPath(pointer: string | undefined): string | undefined {
  return pointer?.replace(/^\/(?:Properties\/)?/, '').replaceAll('/', '.');
}
