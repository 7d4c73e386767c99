import type { Condition, ExternalSecret } from './ExternalSecret.ts';

/** The condition `Ready`; its time moves only when its status does. */
export function readyCondition(
  before: readonly Condition[] | undefined,
  ready: boolean,
  reason: string,
  message: string,
  now: Date,
): Condition {
  const status = ready ? 'True' : 'False';
  const was = before?.find(condition => condition.type === 'Ready');
  const lastTransitionTime =
    was?.status === status && was.lastTransitionTime
      ? was.lastTransitionTime
      : toTime(now);
  return { type: 'Ready', status, reason, message, lastTransitionTime };
}

/** Whole seconds, as Kubernetes writes times. */
function toTime(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

export function syncedStatus(
  external: ExternalSecret,
  secret: string,
  now: Date,
) {
  return {
    refreshTime: toTime(now),
    syncedResourceVersion: String(external.metadata?.generation ?? ''),
    binding: { name: secret },
    conditions: [
      readyCondition(
        external.status?.conditions,
        true,
        'SecretSynced',
        'secret synced',
        now,
      ),
    ],
  };
}

export function failedStatus(external: ExternalSecret, why: string, now: Date) {
  return {
    conditions: [
      readyCondition(
        external.status?.conditions,
        false,
        'SecretSyncedError',
        why,
        now,
      ),
    ],
  };
}
