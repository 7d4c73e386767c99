import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { compareVersions } from '../answersMigrations/compareVersions';

const versionNotesSchema = z.strictObject({
  versions: z
    .array(
      z.strictObject({
        version: z.string().regex(/^\d+\.\d+\.\d+$/),
        /** When it was released. */
        date: z.iso.date(),
        /** What a team gets, in a sentence. */
        summary: z.string(),
        /** What works in another way from then on. */
        breaking: z.array(z.string()).default([]),
        /** What a team does by hand, in this order. */
        manualSteps: z.array(z.string()).default([]),
      }),
    )
    .min(1),
});

/** What teams should know of one version of the template. */
export type VersionNotes = z.output<
  typeof versionNotesSchema
>['versions'][number];

/**
 * Reads `versions.yaml` of a template.
 *
 * @throws InputError when it is something else
 */
export function parseVersionNotes(text: string): VersionNotes[] {
  try {
    return versionNotesSchema.parse(parse(text)).versions;
  } catch (error) {
    throw new InputError(
      "The template's versions.yaml can't be read; whoever keeps the template has to mend it",
      error,
    );
  }
}

/** Notes of the versions that an upgrade passes, the oldest first. */
export function notesBetween(
  notes: readonly VersionNotes[],
  from: string,
  to: string,
): VersionNotes[] {
  return notes
    .filter(
      ({ version }) =>
        compareVersions(version, from) > 0 && compareVersions(version, to) <= 0,
    )
    .sort((one, other) => compareVersions(one.version, other.version));
}
