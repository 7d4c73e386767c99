import type { Estimate } from './estimate';

/**
 * Content of `environments/<environment>/estimate.json`; the same estimate gives the same
 * bytes.
 *
 * @public
 */
export function toEstimateFile(estimate: Estimate): string {
  return `${JSON.stringify(estimate, undefined, 2)}\n`;
}
