import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useChangeLog } from '../changes/useChangeLog';
import { useHistory } from '../changes/useHistory';
import { valueOf } from '../kit/ShownPart';
import { EnvironmentTab } from './EnvironmentTab';
import { kubernetesPathOf } from './kubernetesPathOf';
import { useEnvironmentOverview } from './useEnvironmentOverview';

/** The tab of the entity that the page is about. */
export function EntityEnvironmentContent() {
  const { entity } = useEntity();
  const { part, refresh } = useEnvironmentOverview(entity);
  const entityHref = useEntityRefLink()(entity);
  const change = valueOf(part)?.change;
  const history = useHistory(entity, change);
  const log = useChangeLog(change);
  const kubernetesPath = kubernetesPathOf(entity);
  return (
    <EnvironmentTab
      part={part}
      history={history.part}
      log={log}
      kubernetesHref={kubernetesPath && `${entityHref}${kubernetesPath}`}
      onRetry={refresh}
      onRetryHistory={history.refresh}
    />
  );
}
