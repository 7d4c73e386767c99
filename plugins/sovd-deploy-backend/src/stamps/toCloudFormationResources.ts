import { parseDocument } from 'yaml';
import type { Tags } from 'yaml';
import { z } from 'zod/v4';
import { toCanonicalJson } from '../changes/digestOf';

const templateSchema = z.object({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string() })),
});

/** CloudFormation's short forms; what they do isn't asked, only whether it is the same. */
const functions = [
  ...['And', 'Base64', 'Cidr', 'Condition', 'Equals', 'FindInMap', 'GetAtt'],
  ...['GetAZs', 'If', 'ImportValue', 'Join', 'Not', 'Or', 'Ref', 'Select'],
  ...['Split', 'Sub', 'ToJsonString', 'Transform', 'Length'],
];

const customTags: Tags = functions.flatMap(name => {
  const tag = `!${name}`;
  const wrap = (content: unknown) => ({ [tag]: content });
  return [
    { tag, resolve: (text: string) => wrap(text) },
    {
      tag,
      collection: 'seq' as const,
      resolve: (items: { toJSON(): unknown }) => wrap(items.toJSON()),
    },
    {
      tag,
      collection: 'map' as const,
      resolve: (map: { toJSON(): unknown }) => wrap(map.toJSON()),
    },
  ];
});

/**
 * Resources of a CloudFormation template, each as `Database (AWS::RDS::DBInstance)` with
 * all that is said of it. A resource whose type changes is another one.
 *
 * @throws Error when it is no template
 */
export function toCloudFormationResources(text: string): Map<string, string> {
  const document = parseDocument(text, { customTags, logLevel: 'silent' });
  const [broken] = document.errors;
  if (broken) throw broken;
  const { Resources } = templateSchema.parse(document.toJS());
  return new Map(
    Object.entries(Resources).map(([id, resource]) => [
      `${id} (${resource.Type})`,
      toCanonicalJson(JSON.parse(JSON.stringify(resource))),
    ]),
  );
}
