/** A field that somebody else has set, so that the deployer doesn't take it over. */
export interface FieldConflict {
  /** Name that Kubernetes keeps of whoever set it, e.g. `kubectl-edit`. */
  manager: string;
  field: string;
}

/** One manager with its only field behind it, or with a list of fields below it. */
const MANAGER =
  /conflicts? with "([^"]+)"[^:\n]*:((?: *\.[^\s,]+)|(?:\s*\n- *\.[^\n]+)+)/g;

/**
 * What Kubernetes says of fields that have another owner, each once, since Helm repeats it
 * when it goes back; empty when it is about something else.
 */
export function toFieldConflicts(words: string): FieldConflict[] {
  const found = [...words.matchAll(MANAGER)].flatMap(([, manager, fields]) =>
    fields
      .split(/\n- */)
      .map(field => field.trim().replace(/:$/, ''))
      .filter(Boolean)
      .map(field => ({ manager, field })),
  );
  return found.filter(
    ({ manager, field }, index) =>
      index ===
      found.findIndex(
        other => other.manager === manager && other.field === field,
      ),
  );
}
