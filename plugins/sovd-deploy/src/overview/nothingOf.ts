import type { Part } from '@sovd/plugin-sovd-deploy-common';

/** In a few words why a part of an overview has no value. */
export function nothingOf(
  part: Exclude<Part<never>, { state: 'value' }>,
): string {
  switch (part.state) {
    case 'absent':
      return part.headline;
    case 'forbidden':
      return 'Not allowed to see';
    default:
      return `Unknown, ${part.source} can't be reached`;
  }
}
