import type { JsonObject } from '@backstage/types';
import { z } from 'zod/v4';
import type { ChangeWork } from './ChangeWork';

/** On the pods: another value there makes Kubernetes replace all of them. */
const ANNOTATION = 'sovd.io/restarted-at';

const valuesSchema = z.object({
  backend: z.object({
    podAnnotations: z.object({ [ANNOTATION]: z.string() }),
  }),
});

/** Values that start the pods of every component anew. */
export function restartValues(at: string): ChangeWork['values'] {
  const podAnnotations = { [ANNOTATION]: at };
  return {
    backend: { podAnnotations },
    frontend: { podAnnotations },
    vehicleConnector: { podAnnotations },
  };
}

/**
 * Values that keep the last restart as it was. It isn't in Git, and without it the next
 * change, of whatever kind, would restart the pods once more.
 *
 * @param running - all values of what runs
 */
export function keptRestartValues(running: JsonObject): ChangeWork['values'] {
  const values = valuesSchema.safeParse(running);
  if (!values.success) return {};
  return restartValues(values.data.backend.podAnnotations[ANNOTATION]);
}
