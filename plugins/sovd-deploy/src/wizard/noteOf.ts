import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { capitalized } from '../kit/counted';

/**
 * A finding in a few words under its field. The headline of an answer that can't be read
 * only names the field, which stands above it already, so there it is the cause.
 */
export function noteOf({ rule, headline, cause }: Finding): string {
  return rule === 'shape' ? capitalized(cause) : headline;
}
