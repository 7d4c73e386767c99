import type { Entity } from '@backstage/catalog-model';
import { applicationOf } from '@sovd/plugin-sovd-deploy-common';
import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';
import { ownerOf } from '../kit/ownerOf';
import type { ShownPart } from '../kit/ShownPart';
import { applicationRefOf } from './applicationRefOf';
import { useTemplateForms } from './useTemplateForms';
import type { TemplateForms } from './useTemplateForms';
import { useTemplateStatus } from './useTemplateStatus';

/**
 * The template of the application that a System or Component belongs to.
 *
 * @param environments - see {@link useTemplateStatus}
 */
export function useTemplate(
  entity: Entity,
  environments?: string,
): {
  part: ShownPart<TemplateStatus>;
  forms: TemplateForms;
  refresh: () => void;
} {
  const application = applicationOf(entity) ?? entity.metadata.name;
  const system =
    typeof entity.spec?.system === 'string' ? entity.spec.system : undefined;
  const status = useTemplateStatus({
    application,
    askWhom: ownerOf(entity),
    environments,
  });
  const forms = useTemplateForms(applicationRefOf(application, system));
  return { ...status, forms };
}
