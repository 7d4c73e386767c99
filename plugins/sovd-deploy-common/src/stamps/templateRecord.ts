import { z } from 'zod/v4';

/** File that a stamped repository is known by. @public */
export const TEMPLATE_RECORD = '.sovd-template.yaml';

/**
 * What becomes of a stamped file when a newer version of the template comes:
 * `generated` is written anew from the answers and must not be edited; `managed` is
 * merged with the team's edits; `seeded` was written once and is the team's own;
 * `removed` is one that the template no longer has.
 *
 * @public
 */
export const filePolicySchema = z.enum([
  'generated',
  'managed',
  'seeded',
  'removed',
]);

/** @public */
export type FilePolicy = z.infer<typeof filePolicySchema>;

/** A file as it was stamped. @public */
export const stampedFileRecordSchema = z.object({
  /** Of its bytes, 64 hexadecimal digits. */
  sha256: z.string(),
  /** Early records name generated files alone, without a policy. */
  policy: filePolicySchema.default('generated'),
});

/** `.sovd-template.yaml`: what a repository was stamped from. @public */
export const templateRecordSchema = z.object({
  apiVersion: z.literal('sovd.io/v1'),
  kind: z.literal('TemplateRecord'),
  /** Name of the application: how the portal knows a repository as its own. */
  application: z.string(),
  template: z.object({
    /** Name of the Template entity. */
    name: z.string(),
    /** Semantic version; left out when the template didn't say. */
    version: z.string().optional(),
  }),
  /** Answers by environment, in the form of the version that asked them. */
  environments: z.record(z.string(), z.record(z.string(), z.unknown())),
  /** By path from the repository's root, with forward slashes. */
  files: z.record(z.string(), stampedFileRecordSchema),
});

/** @public */
export type TemplateRecord = z.infer<typeof templateRecordSchema>;
