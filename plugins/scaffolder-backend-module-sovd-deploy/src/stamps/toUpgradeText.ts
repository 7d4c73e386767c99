import type { VersionNotes } from './versionNotes';

/** What an upgrade of a repository is told by. */
export interface UpgradeStory {
  application: string;
  from: string;
  to: string;
  /** Of the versions that are passed, the oldest first. */
  notes: readonly VersionNotes[];
  /** Files that the template no longer has. */
  removed: readonly string[];
  /** Files of the application that come new; those that are there stay. */
  seeded: readonly string[];
}

/** Files of a list that are told; the others stand in the pull request. */
const MOST = 30;

function fileList(files: readonly string[]): string[] {
  const more = files.length - MOST;
  return [
    ...files.slice(0, MOST).map(file => `- \`${file}\``),
    ...(more > 0 ? [`- and ${more} more`] : []),
    '',
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`## ${title}`, '', ...lines, ''] : [];
}

/** Title and text of the pull request that upgrades a repository, in Markdown. */
export function toUpgradeText(story: UpgradeStory): {
  title: string;
  body: string;
} {
  const { application, from, to, notes, removed, seeded } = story;
  const breaking = notes.flatMap(({ version, breaking: texts }) =>
    texts.map(text => `- **${version}** ${text}`),
  );
  const steps = notes.flatMap(({ version, manualSteps }) =>
    manualSteps.map(text => `- [ ] **${version}** ${text}`),
  );
  const body = [
    `Brings ${application} from version ${from} of its template to ${to}. Merge it with a merge commit: after a squash, the next upgrade would find the same conflicts again.`,
    '',
    ...section(
      'What is new',
      notes.map(({ version, summary }) => `- **${version}** ${summary}`),
    ),
    ...section('Works in another way', breaking),
    ...section('To do by hand', steps),
    ...(seeded.length > 0
      ? [
          '## New files of the application',
          '',
          'Your own code stays as it is. These came with the template since; keep what you can use and delete the others.',
          '',
          ...fileList(seeded),
        ]
      : []),
    ...(removed.length > 0
      ? [
          '## Files that go',
          '',
          'The template no longer has them. One that you edited is a conflict and not deleted.',
          '',
          ...fileList(removed),
        ]
      : []),
  ];
  return {
    title: `Upgrade ${application} to version ${to} of its template`,
    body: `${body.join('\n').trimEnd()}\n`,
  };
}
