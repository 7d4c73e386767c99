import type { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import type { RenderedObject } from '../releases/RenderedObject';
import { digestOf } from './digestOf';
import { planSections } from './planSections';
import { toPlanDigest } from './toPlanDigest';
import type { PlanContent } from './toPlanDigest';

const text = fc.string({ minLength: 1, maxLength: 8 });
const hash = fc.stringMatching(/^[0-9a-f]{8}$/);
const json = (fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>).map(
  // as it comes from the wire: without -0, which JSON doesn't know
  value => JSON.parse(JSON.stringify(value)),
);
const values: fc.Arbitrary<JsonObject> = fc.dictionary(text, json, {
  minKeys: 1,
  maxKeys: 4,
});
const image = fc.record({ repository: text, tag: text, digest: hash });
const objects = fc.uniqueArray(
  fc.record({
    apiVersion: text,
    kind: fc.constantFrom('Deployment', 'ConfigMap', 'Job'),
    metadata: fc.record({ name: hash, namespace: fc.constant('fleet') }),
    spec: values,
  }) as fc.Arbitrary<RenderedObject>,
  { selector: ({ metadata }) => metadata.name, minLength: 1, maxLength: 4 },
);
const revision = fc.record({
  id: hash,
  title: text,
  file: text,
  safety: fc.constantFrom('expand' as const, 'contract' as const),
  operations: fc.array(text, { maxLength: 2 }),
});
const ids = fc.uniqueArray(hash, { minLength: 1, maxLength: 3 });
const contents: fc.Arbitrary<PlanContent> = fc.record({
  source: fc.record({
    environmentRef: text,
    request: fc.record({
      kind: fc.constant('upgrade' as const),
      input: fc.record({ version: text }),
    }),
    commit: hash,
    migrate: fc.boolean(),
  }),
  images: fc.uniqueArray(
    fc.record({ component: hash, from: image, to: image }),
    { selector: ({ component }) => component, minLength: 1, maxLength: 3 },
  ),
  values: fc.record({ from: values, to: values }),
  objects: fc.record({ from: objects, to: objects }),
  database: fc.record({
    current: ids,
    heads: ids,
    pending: fc.array(revision, { minLength: 1, maxLength: 3 }),
    unreadable: fc.uniqueArray(fc.record({ file: hash, reason: text }), {
      selector: ({ file }) => file,
      maxLength: 3,
    }),
    wayBack: fc.record({
      verdict: fc.constantFrom('plain' as const, 'guarded' as const),
      reason: text,
    }),
  }),
  infrastructure: fc.record({
    template: text,
    parameters: fc.dictionary(text, text, { maxKeys: 3 }),
    changes: fc.uniqueArray(
      fc.record({
        logicalId: hash,
        type: text,
        action: fc.constantFrom('add' as const, 'replace' as const),
        properties: fc.uniqueArray(
          fc.record({ path: hash, from: text, to: text }),
          { selector: ({ path }) => path, maxLength: 3 },
        ),
      }),
      { selector: ({ logicalId }) => logicalId, maxLength: 3 },
    ),
  }),
  bootstrap: fc.array(values, { maxLength: 2 }),
  files: fc.dictionary(text, text, { maxKeys: 2 }),
});

/** The same content with every map's keys and every set's items in another order. */
function shuffle(content: PlanContent, order: () => number): PlanContent {
  const mix = <T>(items: readonly T[]): T[] =>
    items
      .map(item => ({ at: order(), item }))
      .sort((one, other) => one.at - other.at)
      .map(({ item }) => item);
  const keys = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map(keys) as T;
    if (typeof value !== 'object' || value === null) return value;
    const entries = mix(Object.entries(value));
    return Object.fromEntries(
      entries.map(([key, item]) => [key, keys(item)]),
    ) as T;
  };
  const { database, images, infrastructure, objects: sides } = content;
  return keys({
    ...content,
    images: mix(images),
    objects: { from: mix(sides.from), to: mix(sides.to) },
    database: {
      ...database,
      current: mix(database.current),
      heads: mix(database.heads),
      unreadable: mix(database.unreadable),
    },
    infrastructure: {
      ...infrastructure,
      changes: mix(infrastructure.changes).map(resource => ({
        ...resource,
        properties: mix(resource.properties),
      })),
    },
  });
}

type Path = (string | number)[];

/** Where the scalars of a content stand. */
function scalarsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) =>
    scalarsOf(item, [...path, key]),
  );
}

/** The same content with one scalar replaced by something that isn't anywhere else. */
function change<T>(value: T, [first, ...rest]: Path): T {
  if (first === undefined) return 'something else entirely' as T;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as T;
  const key = first as keyof T;
  copy[key] = change(copy[key], rest);
  return copy;
}

describe('toPlanDigest', () => {
  it('is the same for the same content in any order', () => {
    fc.assert(
      fc.property(contents, fc.infiniteStream(fc.nat()), (content, stream) => {
        const order = () => stream.next().value;
        const shuffled = shuffle(content, order);
        expect(toPlanDigest(shuffled)).toEqual(toPlanDigest(content));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is another one for each single field that changes, and tells in which section', () => {
    fc.assert(
      fc.property(contents, content => {
        const before = toPlanDigest(content);
        expect(before.digest).toBe(digestOf(before.fingerprints));
        for (const path of scalarsOf(content)) {
          const after = toPlanDigest(change(content, path));
          const moved = planSections.filter(
            section =>
              after.fingerprints[section] !== before.fingerprints[section],
          );
          expect([path, after.digest]).not.toEqual([path, before.digest]);
          expect(moved).toEqual([path[0]]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the order in which revisions run', () => {
    fc.assert(
      fc.property(contents, content => {
        const { pending } = content.database;
        fc.pre(digestOf(pending[0]) !== digestOf(pending[pending.length - 1]));
        const reversed = {
          ...content,
          database: { ...content.database, pending: [...pending].reverse() },
        };
        expect(toPlanDigest(reversed).digest).not.toBe(
          toPlanDigest(content).digest,
        );
      }),
    );
  });
});
