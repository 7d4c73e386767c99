import { useCallback } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { applicationOf } from '@sovd/plugin-sovd-deploy-common';
import type {
  EnvironmentPage,
  EnvironmentSummary,
} from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import { ownerOf } from '../kit/ownerOf';
import type { ShownPart } from '../kit/ShownPart';
import { useLive } from '../kit/useLive';
import { createEnvironmentRouteRef } from '../routes';
import { toApplicationPart } from './toApplicationPart';

/** More than any application has; the contract allows no larger page. */
const LIMIT = 200;

const channelOf = ({ channel }: EnvironmentPage) => channel;

/** The environments of the application that a System or Component belongs to, the worst first. */
export function useApplicationEnvironments(entity: Entity): {
  part: ShownPart<EnvironmentSummary[]>;
  refresh: () => void;
} {
  const api = useApi(sovdDeployApiRef);
  const createHref = useRouteRef(createEnvironmentRouteRef)?.();
  const application = applicationOf(entity) ?? entity.metadata.name;
  const load = useCallback(
    (signal: AbortSignal) =>
      api.listEnvironments(
        { application, sort: 'urgency', limit: LIMIT },
        { signal },
      ),
    [api, application],
  );
  const { live, refresh } = useLive(load, channelOf);
  const askWhom = ownerOf(entity);
  return {
    part: toApplicationPart(live, { application, askWhom, createHref }),
    refresh,
  };
}
