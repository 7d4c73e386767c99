import type { ObjectChange } from '@sovd/plugin-sovd-deploy-common';
import type { RenderedObject } from '../releases/RenderedObject';
import { diffFields } from './diffFields';

/** What becomes of the objects of a release. */
export interface ObjectDifferences {
  changes: ObjectChange[];
  /** How many stay as they are. */
  unchanged: number;
}

/**
 * Compares two sides of a release object by object and field by field. An object is the
 * same as another when kind, namespace and name are; its API version may change.
 *
 * @param from - what runs, normalized
 * @param to - what would run, normalized
 */
export function diffObjects(
  from: readonly RenderedObject[],
  to: readonly RenderedObject[],
): ObjectDifferences {
  const before = byIdentity(from);
  const after = byIdentity(to);
  const identities = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changes = identities.flatMap(identity =>
    compare(before.get(identity), after.get(identity)),
  );
  const kept = identities.filter(
    identity => before.has(identity) && after.has(identity),
  );
  const changed = changes.filter(({ action }) => action === 'change');
  return { changes, unchanged: kept.length - changed.length };
}

/** Sorts and tells apart; the same for both sides of an object. */
export function identityOf({ kind, metadata }: RenderedObject): string {
  return [kind, metadata.namespace ?? '', metadata.name].join('/');
}

function byIdentity(objects: readonly RenderedObject[]) {
  return new Map(objects.map(object => [identityOf(object), object]));
}

function compare(
  from: RenderedObject | undefined,
  to: RenderedObject | undefined,
): ObjectChange[] {
  const object = to ?? from;
  if (!object) return [];
  const { kind } = object;
  const { name } = object.metadata;
  if (!from) return [{ kind, name, action: 'add', fields: [] }];
  // Helm leaves what a hook made, so a hook that is no more takes nothing away
  if (!to) {
    return isHook(from) ? [] : [{ kind, name, action: 'remove', fields: [] }];
  }
  const fields = diffFields(from, to);
  return fields.length > 0 ? [{ kind, name, action: 'change', fields }] : [];
}

function isHook({ metadata: { annotations } }: RenderedObject): boolean {
  return (
    typeof annotations === 'object' &&
    annotations !== null &&
    'helm.sh/hook' in annotations
  );
}
