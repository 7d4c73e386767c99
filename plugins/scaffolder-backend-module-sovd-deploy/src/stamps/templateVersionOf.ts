import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { TemplateVersion } from './toTemplateRecord';

/** Annotation of a template that says which version of the stamp it writes. */
const VERSION_ANNOTATION = 'sovd.io/template-version';

/** The template whose task this is. */
export function templateVersionOf(
  templateInfo: ActionContext<{}>['templateInfo'],
): TemplateVersion {
  const metadata = templateInfo?.entity?.metadata;
  const version = metadata?.annotations?.[VERSION_ANNOTATION];
  return {
    name: metadata?.name ?? 'sovd-webapp',
    ...(version && { version }),
  };
}
