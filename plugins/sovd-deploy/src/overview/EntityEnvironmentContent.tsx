import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useChangeLog } from '../changes/useChangeLog';
import { valueOf } from '../kit/ShownPart';
import { environmentPaths } from '../routes';
import { EnvironmentTemplateLine } from '../stamps/EnvironmentTemplateLine';
import { EnvironmentRoutes } from './EnvironmentRoutes';
import { EnvironmentTab } from './EnvironmentTab';
import { kubernetesPathOf } from './kubernetesPathOf';
import { useEnvironmentPlace } from './useEnvironmentPlace';

/** The tab of the entity that the page is about, and the pages below it. */
export function EntityEnvironmentContent() {
  const { entity } = useEntity();
  const { earlier, part, runningChangeId, ...place } =
    useEnvironmentPlace(entity);
  const entityHref = useEntityRefLink()(entity);
  const overview = valueOf(part);
  const log = useChangeLog(overview?.change);
  const kubernetesPath = kubernetesPathOf(entity);
  const changeHref = (id: string) =>
    `${place.href}${environmentPaths.change(id)}`;
  const tab = (
    <EnvironmentTab
      part={part}
      history={place.history}
      earlier={earlier}
      log={log}
      notice={overview && <EnvironmentTemplateLine overview={overview} />}
      actions={{
        href: place.href,
        offReason: place.planBarrier,
        runningChangeHref: runningChangeId && changeHref(runningChangeId),
      }}
      changeHref={changeHref}
      kubernetesHref={kubernetesPath && `${entityHref}${kubernetesPath}`}
      onRetry={place.refresh}
      onRetryHistory={place.refreshHistory}
    />
  );
  return overview ? (
    <EnvironmentRoutes place={{ ...place, overview }} tab={tab} />
  ) : (
    tab
  );
}
