import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ENVIRONMENT_PATH } from '../routes';
import { EnvironmentTemplateLine } from '../stamps/EnvironmentTemplateLine';
import { EnvironmentCard } from './EnvironmentCard';
import { useEnvironmentOverview } from './useEnvironmentOverview';

/** The card of the entity that the page is about. */
export function EntityEnvironmentCard() {
  const { entity } = useEntity();
  const { part, refresh } = useEnvironmentOverview(entity);
  const entityHref = useEntityRefLink()(entity);
  return (
    <EnvironmentCard
      part={part}
      href={`${entityHref}${ENVIRONMENT_PATH}`}
      noticeOf={overview => <EnvironmentTemplateLine overview={overview} />}
      onRetry={refresh}
    />
  );
}
