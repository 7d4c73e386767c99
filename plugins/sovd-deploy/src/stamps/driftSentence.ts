import type { DriftedFile } from '@sovd/plugin-sovd-deploy-common';
import { counted, listed } from '../kit/counted';

/** How many files aren't as they were stamped, and in which way. */
export function driftSentence(files: readonly DriftedFile[]): string {
  const count = (wanted: DriftedFile['state']) =>
    files.filter(({ state }) => state === wanted).length;
  const edited = count('edited');
  const missing = count('missing');
  if (edited + missing === 0) return 'None of the files on record was edited.';
  return listed([
    ...(edited ? [`${counted(edited, 'file')} edited`] : []),
    ...(missing ? [`${counted(missing, 'file')} missing`] : []),
  ]);
}
