import type { ParseOptions, SchemaOptions, Tags } from 'yaml';

/**
 * How Helm reads YAML: version 1.1, where a plain `yes` is a boolean and `0644` is octal,
 * but dates stay texts and `12:30` isn't minutes.
 */
export const helmYaml: ParseOptions & SchemaOptions & { version: '1.1' } = {
  version: '1.1',
  customTags: (tags: Tags) =>
    tags.filter(
      tag =>
        typeof tag === 'string' ||
        (tag.tag !== 'tag:yaml.org,2002:timestamp' &&
          !('format' in tag && tag.format === 'TIME')),
    ),
};
