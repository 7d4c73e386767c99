import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import type { ShownPart } from '../kit/ShownPart';
import { useLive } from '../kit/useLive';
import { useRefreshOn } from '../kit/useRefreshOn';
import { toTemplatePart } from './toTemplatePart';

interface TemplateStatusOptions {
  application: string;
  /** Who may let a person in, as the beginning of a sentence. */
  askWhom?: string;
  /** What the page knows of the application's environments: another one means another look at the repository. */
  environments?: string;
}

/**
 * How an application's repository stands to its template. People merge elsewhere and
 * come back, so it is read again whenever the page is seen again.
 */
export function useTemplateStatus({
  application,
  askWhom = 'An administrator of this portal',
  environments,
}: TemplateStatusOptions): {
  part: ShownPart<TemplateStatus>;
  refresh: () => void;
} {
  const api = useApi(sovdDeployApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getTemplateStatus(application, { signal }),
    [api, application],
  );
  const { live, refresh } = useLive(load);
  useRefreshOn(environments, refresh);
  return { part: toTemplatePart(live, { application, askWhom }), refresh };
}
