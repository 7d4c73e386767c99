import type { Finding } from '@sovd/plugin-sovd-deploy-common';

/** The finding that ends a change: what failed, why, and what to do next. */
export function blocker(
  rule: string,
  headline: string,
  cause: string,
  nextStep: string,
): Finding {
  const nextSteps = [{ label: nextStep }];
  return { rule, severity: 'blocker', headline, cause, nextSteps };
}
