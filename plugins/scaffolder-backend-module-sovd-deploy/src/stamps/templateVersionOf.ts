import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import { TEMPLATE_VERSION_ANNOTATION } from '@sovd/plugin-sovd-deploy-common';
import type { TemplateVersion } from './toTemplateRecord';

/** The template whose task this is. */
export function templateVersionOf(
  templateInfo: ActionContext<{}>['templateInfo'],
): TemplateVersion {
  const metadata = templateInfo?.entity?.metadata;
  const version = metadata?.annotations?.[TEMPLATE_VERSION_ANNOTATION];
  return {
    name: metadata?.name ?? 'sovd-webapp',
    ...(version && { version }),
  };
}
