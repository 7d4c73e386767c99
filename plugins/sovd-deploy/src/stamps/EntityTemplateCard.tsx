import { useEntity } from '@backstage/plugin-catalog-react';
import { TemplateCard } from './TemplateCard';
import { useTemplate } from './useTemplate';

/** The template of the application that the page's System or Component belongs to. */
export function EntityTemplateCard() {
  const { entity } = useEntity();
  const { part, forms, refresh } = useTemplate(entity);
  return <TemplateCard part={part} forms={forms} onRetry={refresh} />;
}
