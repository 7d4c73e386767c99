import type { Finding } from '@sovd/plugin-sovd-deploy-common';

/** `1 to fix, 2 to know`: how much there is to do. */
export function findingsTitle(findings: readonly Finding[]): string {
  const toFix = findings.filter(({ severity }) => severity === 'blocker');
  const toKnow = findings.length - toFix.length;
  const fix = toFix.length > 0 ? `${toFix.length} to fix` : 'Nothing to fix';
  return toKnow > 0 ? `${fix}, ${toKnow} to know` : fix;
}
