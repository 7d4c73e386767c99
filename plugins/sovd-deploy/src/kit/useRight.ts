import type { ResourcePermission } from '@backstage/plugin-permission-common';
import { usePermission } from '@backstage/plugin-permission-react';

interface Wish {
  permission: ResourcePermission;
  resourceRef: string | undefined;
  askWhom: string;
}

/** The words for a person who lacks a permission. */
function missingRight(permission: string, askWhom: string): string {
  return `You need the permission ${permission}. ${askWhom} can give it.`;
}

/**
 * Why a person may not do something; undefined when they may. As long as it isn't known
 * it counts as allowed: the backend judges each request itself.
 */
export function useRight({
  permission,
  resourceRef,
  askWhom,
}: Wish): string | undefined {
  const { loading, allowed, error } = usePermission({
    permission,
    resourceRef,
  });
  if (loading || allowed || error || !resourceRef) return undefined;
  return missingRight(permission.name, askWhom);
}
