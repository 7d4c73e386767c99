import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { EnvironmentKey, Plan } from '@sovd/plugin-sovd-deploy-common';
import { useNavigate } from 'react-router-dom';
import { sovdDeployApiRef } from '../api';
import { failureOf } from '../kit/failure';
import { environmentPaths } from '../routes';
import { toRefusal } from './toRefusal';
import type { Refusal } from './toRefusal';

interface ApplyOptions {
  environment: EnvironmentKey;
  /** Path of the environment's tab. */
  href: string;
  plan: Plan | undefined;
  /** The world is another than this page thinks. */
  onRefused: () => void;
}

/** Makes a change of a plan, and goes to its page. */
export function useApply({
  environment: { namespace, name },
  href,
  plan,
  onRefused,
}: ApplyOptions) {
  const api = useApi(sovdDeployApiRef);
  const navigate = useNavigate();
  const [isApplying, setApplying] = useState(false);
  const [refused, setRefused] = useState<{ of: string; refusal: Refusal }>();

  const onApply = useCallback(
    async (reason: string) => {
      if (!plan) return;
      setRefused(undefined);
      setApplying(true);
      try {
        const change = await api.startChange(
          { namespace, name },
          { kind: plan.request.kind, planDigest: plan.digest, reason },
        );
        // The plan is used up: going back from the change leads to what was before it.
        navigate(`${href}${environmentPaths.change(change.id)}`, {
          replace: true,
        });
      } catch (error) {
        setRefused({ of: plan.digest, refusal: toRefusal(failureOf(error)) });
        setApplying(false);
        onRefused();
      }
    },
    [api, namespace, name, href, plan, navigate, onRefused],
  );
  // What was refused of one plan says nothing about the next.
  const refusal = refused?.of === plan?.digest ? refused?.refusal : undefined;
  return { isApplying, refusal, onApply };
}
