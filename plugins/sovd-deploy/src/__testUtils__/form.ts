import type { Application } from '../wizard/Application';
import { giveAnswers } from '../wizard/fillInAnswers';
import type { AnswerPatch, FormAnswers } from '../wizard/FormAnswers';
import { sandboxTarget } from './environments';

/** A target whose prices are exact. */
export const virginiaTarget = { ...sandboxTarget, region: 'us-east-1' };

export const fleetApplication = {
  name: 'fleet',
  description: 'Diagnostics for the vehicles of the fleet',
  owner: 'group:default/platform',
} satisfies Application;

/** The form's value after these answers were given in the sandbox. */
export function formAnswers(patch: AnswerPatch = {}): FormAnswers {
  return giveAnswers({}, patch, [virginiaTarget]);
}
