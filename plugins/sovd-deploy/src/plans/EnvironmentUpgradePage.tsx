import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useSearchParams } from 'react-router-dom';
import { sovdDeployApiRef } from '../api';
import type { EnvironmentPlace } from '../kit/EnvironmentPlace';
import { useLive } from '../kit/useLive';
import { ChooseVersionPage } from './ChooseVersionPage';
import { toVersionsPart } from './toVersionsPart';
import { usePlanningPage } from './usePlanningPage';

/** The page on which a version is chosen; `?version=` names one that is meant already. */
export function EnvironmentUpgradePage({ place }: { place: EnvironmentPlace }) {
  const { key, overview } = place;
  const api = useApi(sovdDeployApiRef);
  const { namespace, name } = key;
  const load = useCallback(
    (signal: AbortSignal) => api.listVersions({ namespace, name }, { signal }),
    [api, namespace, name],
  );
  const { live, refresh } = useLive(load);
  const { page, current, changeHref } = usePlanningPage(place);
  const { repositoryUrl } = overview.environment;
  const [query] = useSearchParams();
  return (
    <ChooseVersionPage
      {...page}
      part={toVersionsPart(live, { askWhom: place.askWhom, repositoryUrl })}
      current={current}
      wanted={query.get('version') ?? undefined}
      changeHref={changeHref}
      onRetry={refresh}
    />
  );
}
