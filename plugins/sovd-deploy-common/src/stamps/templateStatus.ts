import { z } from 'zod/v4';
import { pullRequestSchema } from './proposal';
import { filePolicySchema } from './templateRecord';

/** A stamped file that is no longer as it was stamped. @public */
export const driftedFileSchema = z.object({
  path: z.string(),
  policy: filePolicySchema,
  state: z.enum(['edited', 'missing']),
});

/** @public */
export type DriftedFile = z.infer<typeof driftedFileSchema>;

/** How a repository stands to the template that stamped it. @public */
export const templateStatusSchema = z.object({
  application: z.string(),
  repositoryUrl: z.string(),
  /** Newest commit of the default branch, 40 hexadecimal digits. */
  commit: z.string(),
  /** Name of the Template entity. */
  template: z.string(),
  /** Version that the repository was stamped with; left out when nobody said. */
  version: z.string().optional(),
  /** Version that the portal's template has; left out when the template is gone. */
  newest: z.string().optional(),
  /** Whether `newest` is later than `version`, by the rules of semantic versions. */
  upgradable: z.boolean(),
  /** Whether an upgrade passes a major version. */
  breaking: z.boolean(),
  /** Names of the environments that the repository has files of. */
  environments: z.array(z.string()),
  /** Managed and generated files that aren't as they were stamped, sorted by path. */
  drift: z.array(driftedFileSchema),
  /** Open pull requests of the portal's. */
  proposals: z.array(pullRequestSchema),
});

/** @public */
export type TemplateStatus = z.infer<typeof templateStatusSchema>;
