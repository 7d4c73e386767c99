import { ConflictError } from '@backstage/errors';
import { TEMPLATE_RECORD } from '@sovd/plugin-sovd-deploy-common';
import type { TemplateRecord } from '@sovd/plugin-sovd-deploy-common';
import { compareVersions } from '../answersMigrations/compareVersions';
import { toEnvironmentFiles } from '../environments/toEnvironmentFiles';
import type { EnvironmentSource } from '../environments/toEnvironmentFiles';
import { toSharedFiles } from '../environments/toSharedFiles';
import { completeStamp } from './completeStamp';
import { policyOf } from './policyOf';
import { removedOf } from './removedOf';
import { sumOf } from './toTemplateRecord';

interface StampFile {
  path: string;
  content: string | Uint8Array;
  executable?: boolean;
}

/** A repository's stamp, and what a newer version of its template brings. */
export interface StampUpgrade {
  /** The stamp that the repository has. */
  base: { record: TemplateRecord; files: readonly StampFile[] };
  /** Version that is brought. */
  version: string;
  /** Shared files of that version. */
  content: readonly StampFile[];
  /** All environments, with answers to that version's questions. */
  environments: readonly Pick<EnvironmentSource, 'answers' | 'target'>[];
  repositoryUrl: string;
}

/** What a stamp becomes by an upgrade. */
export interface UpgradedStamp {
  files: StampFile[];
  /** Paths that the stamp before had and this one hasn't. */
  removed: string[];
  /** Paths of the application's own files that are new. */
  seeded: string[];
}

/** @throws ConflictError when the repository is of a later version */
function requireEarlier({ application, template }: TemplateRecord, to: string) {
  if (template.version && compareVersions(template.version, to) > 0) {
    throw new ConflictError(
      `The repository of ${application} has version ${template.version} of its template, and this portal has ${to}. Update the portal first.`,
    );
  }
}

/** What a file that is gone was when it was stamped last. */
function removedEntries(files: readonly StampFile[]): TemplateRecord['files'] {
  return Object.fromEntries(
    files.map(({ path, content }) => [
      path,
      { sha256: sumOf(content), policy: 'removed' as const },
    ]),
  );
}

/**
 * The whole stamp of a newer version. The team's own files stay as they were stamped
 * first, whether the template still has them or not; of README.md the marked sections
 * alone are renewed; new ones are added. All others are the newer version's.
 */
export function upgradeStamp(upgrade: StampUpgrade): UpgradedStamp {
  const { base, content, repositoryUrl, version } = upgrade;
  requireEarlier(base.record, version);
  const former = base.files.filter(({ path }) => path !== TEMPLATE_RECORD);
  const own = former.filter(({ path }) => policyOf(path) === 'seeded');
  const known = new Set(own.map(({ path }) => path));
  const shared = content.filter(({ path }) => !known.has(path));
  const answers = upgrade.environments.map(environment => environment.answers);
  const generated = [
    ...upgrade.environments.flatMap(environment =>
      toEnvironmentFiles({ ...environment, repositoryUrl }),
    ),
    ...toSharedFiles(answers, repositoryUrl),
  ];
  const files = new Map<string, StampFile>(
    [...own, ...shared, ...generated].map(file => [file.path, file]),
  );
  const gone = former.filter(({ path }) => !files.has(path));
  const completed = completeStamp({
    environments: answers,
    repositoryUrl,
    template: { name: base.record.template.name, version },
    files: [...files.values()],
    removed: {
      ...removedOf(base.record, [...files.values()]),
      ...removedEntries(gone),
    },
  });
  for (const file of completed) {
    files.set(file.path, { ...files.get(file.path), ...file });
  }
  return {
    files: [...files.values()],
    removed: gone.map(({ path }) => path).sort(),
    seeded: shared
      .map(({ path }) => path)
      .filter(path => policyOf(path) === 'seeded')
      .sort(),
  };
}
