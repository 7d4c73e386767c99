import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import { valueOf } from '../kit/ShownPart';
import { applicationRefOf } from './applicationRefOf';
import { TemplateLine } from './TemplateLine';
import { useTemplateStatus } from './useTemplateStatus';

/** That the repository of an environment can be brought to a newer template. What isn't known isn't said here. */
export function EnvironmentTemplateLine({
  overview: { environment, change },
}: {
  overview: EnvironmentOverview;
}) {
  const linkTo = useEntityRefLink();
  const { name, system } = environment.answers;
  const { part } = useTemplateStatus({
    application: name,
    environments: change && `${change.id} ${change.phase}`,
  });
  const status = valueOf(part);
  if (!status) return null;
  const href = linkTo(parseEntityRef(applicationRefOf(name, system)));
  return <TemplateLine status={status} href={href} />;
}
