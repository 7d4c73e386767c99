/** A field that somebody else has set, so that the deployer doesn't take it over. */
export interface FieldConflict {
  /** Name that Kubernetes keeps of whoever set it, e.g. `kubectl-edit`. */
  manager: string;
  field: string;
}

/** One manager with its only field behind it, or with a list of fields below it. */
const MANAGER =
  /conflicts? with "([^"]+)"[^:\n]*:((?: *\.[^\s,]+)|(?:\s*\n- *\.[^\n]+)+)/g;

/** What Kubernetes says of fields that have another owner; empty when it is about something else. */
export function toFieldConflicts(words: string): FieldConflict[] {
  return [...words.matchAll(MANAGER)].flatMap(([, manager, fields]) =>
    fields
      .split(/\n- */)
      .map(field => field.trim())
      .filter(Boolean)
      .map(field => ({ manager, field })),
  );
}
