import type { FieldChange } from '@sovd/plugin-sovd-deploy-common';
import { toMarkdownCode } from './toMarkdownCode';

function show(value: FieldChange['from']): string {
  if (value === undefined) return 'none';
  return toMarkdownCode(
    typeof value === 'string' && value ? value : JSON.stringify(value),
  );
}

/** A field that becomes another, within a line of Markdown. */
export function toFieldLine({ path, from, to }: FieldChange): string {
  return `${toMarkdownCode(path)} ${show(from)} → ${show(to)}`;
}
