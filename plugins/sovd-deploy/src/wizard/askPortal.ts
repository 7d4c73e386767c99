import { environmentCreatePermission } from '@sovd/plugin-sovd-deploy-common';
import type {
  Finding,
  NextStep,
  SovdDeployApi,
} from '@sovd/plugin-sovd-deploy-common';
import { failureOf } from '../kit/failure';
import type { Failure } from '../kit/failure';

/** Longest that the form waits for the portal's word, in milliseconds. */
export const PATIENCE = 10_000;

/** The remedy that fills in nothing: it asks once more. */
export const askAgain: NextStep = { label: 'Ask again', set: {} };

function toFinding({ kind, reason }: Failure): Finding {
  if (kind === 'forbidden') {
    return {
      rule: 'create-permission',
      severity: 'blocker',
      headline: 'You may not create environments',
      cause: `The portal's permission policy refuses ${environmentCreatePermission.name} to you.`,
      nextSteps: [{ label: 'Ask an administrator of this portal' }],
      fields: ['owner', 'tier'],
    };
  }
  return {
    rule: 'portal-not-asked',
    severity: 'info',
    headline:
      "The portal couldn't be asked whether name and repository are free",
    cause: `${reason} Nothing keeps you from going on: it is asked again before anything is made.`,
    nextSteps: [askAgain],
  };
}

/**
 * What the portal says of answers: beside the rules it knows taken names, repositories,
 * the catalog, and what this person may. It never rejects: that nobody could be asked is
 * a finding too.
 */
export async function askPortal(
  api: Pick<SovdDeployApi, 'validate'>,
  answers: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const request = new AbortController();
  const stop = () => request.abort(signal?.reason);
  signal?.addEventListener('abort', stop);
  const timer = setTimeout(
    () => request.abort(new DOMException('no answer', 'TimeoutError')),
    PATIENCE,
  );
  const stopped = new Promise<never>((_, reject) => {
    request.signal.addEventListener('abort', () =>
      reject(request.signal.reason),
    );
  });
  try {
    const asked = api.validate(answers, { signal: request.signal });
    return (await Promise.race([asked, stopped])).findings;
  } catch (error) {
    return [toFinding(failureOf(error))];
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
