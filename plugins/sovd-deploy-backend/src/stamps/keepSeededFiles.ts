import type {
  StampedFile,
  TemplateRecord,
} from '@sovd/plugin-sovd-deploy-common';

/** What stands between two marks is written by the portal; all other text is the team's. */
const marked = /<!-- sovd:begin ([\w-]+) -->.*?<!-- sovd:end \1 -->/gs;

/** Whether a file has all text of the former one, and only marked sections are others. */
function renewsMarksOnly(fresh: StampedFile, former: StampedFile): boolean {
  const [after, before] = [fresh, former].map(({ content }) =>
    Buffer.from(content, 'base64').toString('utf8'),
  );
  // a section that is new comes behind the text that is there
  return (
    after.search(marked) >= 0 &&
    after.replace(marked, '').startsWith(before.replace(marked, ''))
  );
}

/**
 * A new stamp in which seeded files are as they were stamped first: they are the team's,
 * so that no later version of the template brings a change to them. Those that are new
 * stay as they are, and so do marked sections such as the README's table of environments.
 *
 * @param former - the stamp before
 * @param record - of the new stamp
 */
export function keepSeededFiles(
  files: readonly StampedFile[],
  former: readonly StampedFile[],
  record: TemplateRecord,
): StampedFile[] {
  const fresh = new Map(files.map(file => [file.path, file]));
  const kept = former.filter(file => {
    if (record.files[file.path]?.policy !== 'seeded') return false;
    const newer = fresh.get(file.path);
    return !newer || !renewsMarksOnly(newer, file);
  });
  const paths = new Set(kept.map(({ path }) => path));
  return [...files.filter(({ path }) => !paths.has(path)), ...kept];
}
