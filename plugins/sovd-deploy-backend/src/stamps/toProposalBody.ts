/**
 * Text of a proposal's pull request, in Markdown.
 *
 * @param difference - what it does to each environment
 */
export function toProposalBody(
  body: string,
  conflicts: readonly string[],
  difference = '',
): string {
  const decide = conflicts.length
    ? [
        '## Files that both sides changed',
        'The team and the template changed them since the stamp before. Merge this branch, decide, and push:',
        conflicts.map(path => `- \`${path}\``).join('\n'),
      ]
    : [];
  return [body, ...decide, difference]
    .map(part => part.trim())
    .filter(Boolean)
    .join('\n\n');
}
