import { toTemplatePart } from '../stamps/toTemplatePart';
import { ago } from './moments';
import { valuePart } from './overviews';
import { outdatedTemplate } from './templates';

/** Without a value, as `toTemplatePart` says it. */
function failedPart(kind: 'missing' | 'forbidden' | 'error', reason: string) {
  return toTemplatePart(
    { state: 'failed', failure: { kind, reason }, triedAt: ago(12) },
    { application: 'diagnostics', askWhom: 'workshop, the owner,' },
  );
}

export const unknownTemplate = failedPart('missing', 'It answered 404.');
export const forbiddenTemplate = failedPart('forbidden', 'It answered 403.');
export const unreachableTemplate = failedPart(
  'error',
  "It answered 503: The Git host localhost:15930 can't be reached.",
);
export const staleTemplate = {
  ...valuePart(outdatedTemplate, 'The repository'),
  observedAt: ago(1260),
  staleReason: 'It gave no answer in time.',
};
