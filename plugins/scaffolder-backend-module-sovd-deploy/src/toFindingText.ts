import type { Finding } from '@sovd/plugin-sovd-deploy-common';

/** A finding for a log or an error message: headline, cause and each next step on a line of its own. */
export function toFindingText(finding: Finding): string {
  const steps = finding.nextSteps.map(({ label, href }) =>
    href ? `Next: ${label} (${href})` : `Next: ${label}`,
  );
  return [finding.headline, finding.cause, ...steps].join('\n');
}
