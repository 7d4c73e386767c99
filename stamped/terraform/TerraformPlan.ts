import assert from 'node:assert/strict';

/** A resource as it would be after applying; what isn't known yet is left out. */
export interface PlannedResource {
  address: string;
  type: string;
  after: Record<string, unknown>;
}

interface PlanDocument {
  resource_changes: {
    address: string;
    mode: 'managed' | 'data';
    type: string;
    change: { after: Record<string, unknown> | null; actions: string[] };
  }[];
  planned_values: { outputs: Record<string, { value?: unknown }> };
}

/** What Terraform would make, read from `terraform show -json`. */
export class TerraformPlan {
  readonly text: string;
  readonly resources: readonly PlannedResource[];
  readonly outputs: Readonly<Record<string, unknown>>;

  constructor(text: string) {
    const plan = JSON.parse(text) as PlanDocument;
    this.text = text;
    this.resources = plan.resource_changes
      .filter(
        ({ mode, change }) =>
          mode === 'managed' && change.actions.includes('create'),
      )
      .map(({ address, type, change }) => ({
        address,
        type,
        after: change.after ?? {},
      }));
    this.outputs = Object.fromEntries(
      Object.entries(plan.planned_values.outputs).map(([key, { value }]) => [
        key,
        value,
      ]),
    );
  }

  /** All of one type, by address. */
  all(type: string): readonly PlannedResource[] {
    return this.resources.filter(resource => resource.type === type);
  }

  /** What the only one of a type is, or the one whose address ends so. */
  one(type: string, end = ''): Record<string, unknown> {
    const found = this.all(type).filter(({ address }) => address.endsWith(end));
    assert.equal(found.length, 1, `${type} ${end}`);
    return found[0].after;
  }

  /** How many there are of each type. */
  inventory(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { type } of this.resources) {
      counts[type] = (counts[type] ?? 0) + 1;
    }
    return counts;
  }
}
