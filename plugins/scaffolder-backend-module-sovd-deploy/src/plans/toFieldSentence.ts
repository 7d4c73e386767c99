import type { FieldChange } from '@sovd/plugin-sovd-deploy-common';

/** Longer values are cut: a certificate or a script isn't read in a log. */
const LONGEST = 80;

// As JSON a text stays on one line, whatever it holds.
function shown(value: FieldChange['to']): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A field that is new, becomes another or goes, on one line. */
export function toFieldSentence({ path, from, to }: FieldChange): string {
  // A provider doesn't always tell the values.
  if (from === undefined && to === undefined) return `${path} changes`;
  if (from === undefined) return `${path} is set to ${shown(to)}`;
  if (to === undefined) return `${path} goes, it was ${shown(from)}`;
  return `${path} becomes ${shown(to)}, now ${shown(from)}`;
}
