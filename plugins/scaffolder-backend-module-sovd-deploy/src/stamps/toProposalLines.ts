import type { Proposal } from '@sovd/plugin-sovd-deploy-common';

/** What became of a proposal and what is to be done next, a line each. */
export function toProposalLines(
  application: string,
  { state, pullRequest, conflicts }: Proposal,
): string[] {
  if (state === 'unchanged') {
    return [
      `The repository of ${application} has all of this already; nothing was written.`,
      ...(pullRequest ? [`It came by ${pullRequest.url}`] : []),
    ];
  }
  const where = pullRequest ? `: ${pullRequest.url}` : '';
  if (conflicts.length === 0) {
    return [
      `Proposed as a pull request${where}`,
      'Nothing of the team is in its way. Review it and merge it with a merge commit; don’t squash it.',
    ];
  }
  return [
    `Proposed as a pull request${where}`,
    `The team and the template both changed ${conflicts.length} of its files:`,
    ...conflicts.map(file => `  ${file}`),
    'Resolve them in the pull request, keep what both sides meant, and merge it with a merge commit; don’t squash it.',
  ];
}
