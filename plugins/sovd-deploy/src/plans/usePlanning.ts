import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  EnvironmentKey,
  PlanRequest,
} from '@sovd/plugin-sovd-deploy-common';
import { useNavigate } from 'react-router-dom';
import { sovdDeployApiRef } from '../api';
import { failureOf } from '../kit/failure';
import { environmentPaths } from '../routes';

/** A plan on its way. */
export interface Planning {
  isPlanning: boolean;
  /** Why there is none. */
  planningFailure?: string;
  /** Has a plan made and goes to its page. */
  plan(request: PlanRequest): void;
}

interface PlanningOptions {
  environment: EnvironmentKey;
  /** Path of the environment's tab. */
  href: string;
  /** Going back shall not lead here again. */
  replace?: boolean;
}

/** Has plans made: takes a few seconds and changes nothing. */
export function usePlanning({
  environment: { namespace, name },
  href,
  replace,
}: PlanningOptions): Planning {
  const api = useApi(sovdDeployApiRef);
  const navigate = useNavigate();
  const [isPlanning, setPlanning] = useState(false);
  const [planningFailure, setFailure] = useState<string>();
  const request = useRef<AbortController>();
  useEffect(() => () => request.current?.abort(), []);

  const plan = useCallback(
    async (wish: PlanRequest) => {
      request.current?.abort();
      const { signal } = (request.current = new AbortController());
      setFailure(undefined);
      setPlanning(true);
      try {
        const made = await api.plan({ namespace, name }, wish, { signal });
        if (signal.aborted) return;
        setPlanning(false);
        navigate(`${href}${environmentPaths.plan(made.digest)}`, { replace });
      } catch (error) {
        if (signal.aborted) return;
        setFailure(`No plan was made. ${failureOf(error).reason}`);
        setPlanning(false);
      }
    },
    [api, namespace, name, href, replace, navigate],
  );
  return { isPlanning, planningFailure, plan };
}
