import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { labelOf } from './steps';

/** A finding in one line, with what an answer is called in the form instead of its name. */
export function noteOf({ rule, headline, fields = [] }: Finding): string {
  const [field] = fields;
  if (rule !== 'shape' || field === undefined) return headline;
  return headline.startsWith(field)
    ? headline.replace(/^\S+/, labelOf(field))
    : headline;
}
