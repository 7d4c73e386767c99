import type { EnvironmentSummary } from '@sovd/plugin-sovd-deploy-common';

/** Tiers in the order in which a version moves through them; any other stands before. */
const tiers: readonly string[] = ['staging', 'production'];

/** Environments in the order in which a version is promoted: by tier, then by name. */
export function promotionOrder(
  environments: readonly EnvironmentSummary[],
): EnvironmentSummary[] {
  return [...environments].sort(
    (one, other) =>
      tiers.indexOf(one.tier) - tiers.indexOf(other.tier) ||
      one.name.localeCompare(other.name),
  );
}
