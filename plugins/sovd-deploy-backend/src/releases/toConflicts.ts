import type { KubernetesCause } from './KubernetesApiError';
import type { ApplyRefusal } from './ReleaseRehearsal';

/**
 * Whose fields a server-side apply would take: the causes of the API server's refusal.
 *
 * @returns none when it was refused for another reason
 */
export function toConflicts(
  causes: readonly KubernetesCause[],
): ApplyRefusal['conflicts'] {
  return causes
    .filter(({ reason }) => reason === 'FieldManagerConflict')
    .map(({ message = '', field = '' }) => ({
      manager: /"([^"]*)"/.exec(message)?.[1] ?? message,
      field: toPath(field),
    }));
}

/** `.spec.containers[name="backend"].image` becomes `spec.containers[backend].image`. */
function toPath(field: string): string {
  return field
    .replace(/^\./, '')
    .replaceAll(/\[\w+="([^"]*)"\]/g, (_item, name) => `[${name}]`);
}
