/** What is compared of one thing; equal texts count as equal, however an engine types them. */
export type Row = Record<string, unknown>;

/** What both engines call differently and must make alike. */
export interface Kind {
  name: string;
  /** Resource type, and the rows of one resource of it. */
  terraform: [type: string, rows: (after: Row) => Row | Row[]];
  cloudFormation: [type: string, rows: (properties: Row) => Row | Row[]];
}

/** The value at a path such as `rule.0.lifecycle`; undefined where it ends early. */
export function at(node: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (found, key) =>
        found === null || found === undefined
          ? undefined
          : (found as Record<string, unknown>)[key],
      node,
    );
}

/** A list at a path; empty when there is none. */
export const listAt = (node: unknown, path: string): Row[] =>
  (at(node, path) ?? []) as Row[];

/** A function that picks values by `name: path`. */
export const pick =
  (paths: Record<string, string>) =>
  (node: Row): Row =>
    Object.fromEntries(
      Object.entries(paths).map(([name, path]) => [name, at(node, path)]),
    );

/** A kind whose values stand at paths on both sides: `name: [Terraform, CloudFormation]`. */
export function plainKind(
  name: string,
  types: [terraform: string, cloudFormation: string],
  paths: Record<string, [terraform: string, cloudFormation: string]>,
): Kind {
  const side = (index: 0 | 1) =>
    pick(
      Object.fromEntries(
        Object.entries(paths).map(([key, both]) => [key, both[index]]),
      ),
    );
  return {
    name,
    terraform: [types[0], side(0)],
    cloudFormation: [types[1], side(1)],
  };
}

/** The value of a tag, as either engine writes tags. */
export function tag(node: Row, key: string): unknown {
  const tags = node.tags ?? node.Tags ?? {};
  if (!Array.isArray(tags)) return at({ tags }, 'tags') && (tags as Row)[key];
  return tags.find(({ Key }) => Key === key)?.Value;
}
