import { Parameter } from '@aws-sdk/client-cloudformation';
import type {
  ResourceChange,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';
import { parseDocument } from 'yaml';
import { z } from 'zod/v4';
import { toOutputs } from './toOutputs';

/** A stack as it stands. */
interface StandingStack {
  outputs: StackOutputs;
  parameters: readonly Parameter[];
}

/** What it would become. */
interface ComingStack {
  template: string;
  parameters: Record<string, string>;
  changes: readonly ResourceChange[];
}

const section = z.record(z.string(), z.json()).default({});
const templateSchema = z.object({ Outputs: section, Conditions: section });

/** After these a resource has another name, address or ARN than before, if it had any. */
const MADE_ANEW: readonly ResourceChange['action'][] = [
  'add',
  'replace',
  'maybe-replace',
];

/**
 * Outputs whose values are known only after the change: new ones, and those that speak of a
 * resource that is made anew or of a parameter that changes. What else may move (an
 * attribute of a resource that is changed in place) shows only when it is done.
 *
 * @returns the outputs' names, as a release takes them, sorted
 */
export function toUnsettledOutputs(
  before: StandingStack,
  after: ComingStack,
): string[] {
  const parsed = templateSchema.safeParse(
    // the short forms of functions are tags that YAML doesn't know
    parseDocument(after.template, { logLevel: 'silent' }).toJS(),
  );
  if (!parsed.success) return [];
  const { Conditions: conditions, Outputs: outputs } = parsed.data;
  const moving = new Set([
    ...after.changes
      .filter(({ action }) => MADE_ANEW.includes(action))
      .map(({ logicalId }) => logicalId),
    ...movedParameters(before.parameters, after.parameters),
  ]);
  const isMoving = (definition: unknown): boolean => {
    const names = namesIn(definition);
    const asked = names.flatMap(name => namesIn(conditions[name] ?? null));
    return [...names, ...asked].some(name => moving.has(name));
  };
  return Object.entries(outputs)
    .flatMap(([OutputKey, definition]) => {
      const [name] = Object.keys(toOutputs([{ OutputKey, OutputValue: '' }]));
      const isNew = !(name in before.outputs) && !isConditional(definition);
      return isNew || isMoving(definition) ? [name] : [];
    })
    .sort();
}

/** Every word of an expression that may name a resource, a parameter or a condition. */
function namesIn(definition: unknown): string[] {
  return JSON.stringify(definition).match(/[A-Za-z0-9]+/g) ?? [];
}

/** Whether it is left out at times: then that it isn't there says nothing. */
function isConditional(definition: unknown): boolean {
  return z.object({ Condition: z.string() }).safeParse(definition).success;
}

function movedParameters(
  standing: readonly Parameter[],
  coming: Record<string, string>,
): string[] {
  const former = new Map(
    standing.map(({ ParameterKey, ParameterValue }) => [
      ParameterKey,
      ParameterValue,
    ]),
  );
  return Object.entries(coming)
    .filter(([key, value]) => former.get(key) !== value)
    .map(([key]) => key);
}
