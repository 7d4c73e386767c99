import { useRouteRef } from '@backstage/frontend-plugin-api';
import { templateFormRouteRef } from '../routes';

/** Addresses of the forms that change a stamp, filled in with the application. */
export interface TemplateForms {
  upgrade?: string;
  addEnvironment?: string;
}

/** Names of the Template entities behind the forms. */
const forms = {
  upgrade: 'sovd-webapp-upgrade',
  addEnvironment: 'sovd-webapp-environment',
};

/**
 * The forms of an application; none where the app has no scaffolder.
 *
 * @param applicationRef - the System or Component that stands for it in the catalog
 */
export function useTemplateForms(applicationRef: string): TemplateForms {
  const linkTo = useRouteRef(templateFormRouteRef);
  if (!linkTo) return {};
  const answers = JSON.stringify({ application: applicationRef });
  const query = new URLSearchParams({ formData: answers });
  const hrefOf = (templateName: string) =>
    `${linkTo({ namespace: 'default', templateName })}?${query}`;
  return {
    upgrade: hrefOf(forms.upgrade),
    addEnvironment: hrefOf(forms.addEnvironment),
  };
}
