import { toProposalLines } from './toProposalLines';

const pullRequest = {
  title: 'Upgrade',
  url: 'http://git.test/sovd/fleet/pulls/1',
  branch: 'sovd/template-0.4.0',
  state: 'open',
} as const;

describe('toProposalLines', () => {
  it.each([
    [
      { state: 'unchanged', conflicts: [] },
      ['The repository of fleet has all of this already; nothing was written.'],
    ],
    [
      { state: 'unchanged', conflicts: [], pullRequest },
      [
        'The repository of fleet has all of this already; nothing was written.',
        'It came by http://git.test/sovd/fleet/pulls/1',
      ],
    ],
    [
      { state: 'proposed', conflicts: [], pullRequest },
      [
        'Proposed as a pull request: http://git.test/sovd/fleet/pulls/1',
        expect.stringContaining('don’t squash it'),
      ],
    ],
    [
      { state: 'proposed', conflicts: ['Makefile'], pullRequest },
      [
        'Proposed as a pull request: http://git.test/sovd/fleet/pulls/1',
        'The team and the template both changed 1 of its files:',
        '  Makefile',
        expect.stringContaining('Resolve them in the pull request'),
      ],
    ],
  ] as const)('says what became of %j', (proposal, lines) => {
    expect(
      toProposalLines('fleet', {
        ...proposal,
        conflicts: [...proposal.conflicts],
      }),
    ).toEqual(lines);
  });
});
