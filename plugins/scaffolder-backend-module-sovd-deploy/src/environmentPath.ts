import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { EnvironmentKey } from '@sovd/plugin-sovd-deploy-common';

/**
 * Takes an environment's entity ref apart.
 *
 * @throws InputError when it is no full reference of a resource
 */
export function toEnvironmentKey(environmentRef: string): EnvironmentKey {
  const parts = /^resource:[^:/\s]+\/[^:/\s]+$/i.test(environmentRef)
    ? parseEntityRef(environmentRef)
    : undefined;
  if (!parts) {
    throw new InputError(
      `"${environmentRef}" is no environment. Give the output environmentRef of sovd:environment:register, such as resource:default/fleet-staging.`,
    );
  }
  return { namespace: parts.namespace, name: parts.name };
}

/** Page of an environment in the portal. */
export function environmentPath({ namespace, name }: EnvironmentKey): string {
  return `/catalog/${namespace}/resource/${name}`;
}

/** Where on that page its changes are shown, or the page of one of them. */
export function changePath(key: EnvironmentKey, changeId?: string): string {
  const tab = `${environmentPath(key)}/environment`;
  return changeId ? `${tab}/changes/${encodeURIComponent(changeId)}` : tab;
}

/** Page of a plan; only who had it made can see it. */
export function planPath(key: EnvironmentKey, digest: string): string {
  return `${environmentPath(key)}/environment/plans/${digest}`;
}
