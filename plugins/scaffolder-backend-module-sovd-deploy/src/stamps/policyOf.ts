import type { FilePolicy } from '@sovd/plugin-sovd-deploy-common';

/** What the generators of `environments/` write. */
const generated = [
  /^CODEOWNERS$/,
  /^catalog-info\.yaml$/,
  /^environments\/[^/]+\/(?:environment\.yaml|target\.yaml|values\.yaml|estimate\.json|README\.md)$/,
  /^docs\/environments\/[^/]+\.md$/,
  /^infrastructure\/helm\/sovd-webapp\/values-[^/]+\.yaml$/,
  /^infrastructure\/cloudformation\/parameters\/[^/]+\.json$/,
  /^infrastructure\/terraform\/environments\/[^/]+\//,
  /^infrastructure\/k8s\/bootstrap\/[^/]+\//,
  /^\.github\/workflows\/deploy-[^/]+\.yml$/,
];

/** The application that a team replaces by its own: code, its tests, migrations, data. */
const seeded = [
  /^README\.md$/,
  /^backend\/(?:app|tests|alembic\/versions)\//,
  /^frontend\/(?:src\/|index\.html$)/,
  /^e2e\/tests\//,
  /^vehicle-connector\//,
  /^scripts\/local_data\.sql$/,
];

/**
 * Whose a stamped file is. Everything that is neither made from answers nor the team's
 * own application (chart, engines, Dockerfiles, pipelines, scripts, guides) is merged
 * when a newer version of the template comes.
 *
 * @param file - path from the repository's root, with forward slashes
 */
export function policyOf(file: string): Exclude<FilePolicy, 'removed'> {
  if (generated.some(pattern => pattern.test(file))) return 'generated';
  if (seeded.some(pattern => pattern.test(file))) return 'seeded';
  return 'managed';
}
