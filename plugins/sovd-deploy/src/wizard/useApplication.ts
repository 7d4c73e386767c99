import { useCallback } from 'react';
import { useApi, useApiHolder } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { environmentReadPermission } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import type { ShownPart } from '../kit/ShownPart';
import { toPart } from '../kit/toPart';
import { useLive } from '../kit/useLive';
import { toApplication, toApplicationRef } from './Application';
import type { Application } from './Application';
import { readApplication } from './readApplication';

const source = 'The form';

/** What the form knows of the application: its own answers, or those of one that exists. */
export function useApplication(form: Readonly<Record<string, unknown>> = {}): {
  part: ShownPart<Application>;
  refresh: () => void;
} {
  const api = useApi(sovdDeployApiRef);
  const catalog = useApiHolder().get(catalogApiRef);
  const ref = toApplicationRef(form);
  const load = useCallback(
    async (signal: AbortSignal): Promise<Application> =>
      ref && catalog ? readApplication({ api, catalog }, ref, signal) : {},
    [api, catalog, ref],
  );
  const { live, refresh } = useLive(load);
  if (!ref) {
    return {
      part: {
        state: 'value',
        value: toApplication(form),
        source,
        observedAt: new Date().toISOString(),
      },
      refresh,
    };
  }
  const part = toPart(live, {
    source: 'The application',
    permission: environmentReadPermission.name,
    askWhom: 'Its owner',
    missing: {
      headline: `${ref} has no environment that this portal made`,
      reason:
        'Go back and choose an application that was created here, or create one with the template SOVD WebApp.',
    },
  });
  return { part, refresh };
}
