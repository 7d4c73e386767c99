import { ConflictError } from '@backstage/errors';
import type { TemplateRecord } from '@sovd/plugin-sovd-deploy-common';
import { compareVersions } from '../answersMigrations/compareVersions';
import type { TemplateVersion } from './toTemplateRecord';

/**
 * Holds that a repository was stamped by the version that writes into it now, so that
 * all of its files are of one version.
 *
 * @throws ConflictError that says which of the two has to become newer, and how
 */
export function requireSameVersion(
  { application, template }: Pick<TemplateRecord, 'application' | 'template'>,
  { version }: TemplateVersion,
): void {
  if (!version || template.version === version) return;
  if (template.version && compareVersions(template.version, version) > 0) {
    throw new ConflictError(
      `The repository of ${application} has version ${template.version} of ${template.name}, and this portal writes ${version}. Update the portal first.`,
    );
  }
  throw new ConflictError(
    `The repository of ${application} has version ${
      template.version ?? 'unknown'
    } of ${template.name}, and new environments are made by ${version}. ` +
      `Upgrade the repository to ${version} first: open ${application} in the catalog, choose "Upgrade template", merge its pull request, then run this again.`,
  );
}
