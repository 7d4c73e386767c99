import { toProposalBody } from './toProposalBody';

describe('toProposalBody', () => {
  it('has the notes, then what people decide, then what it does', () => {
    expect(toProposalBody('Notes\n', ['a.md', 'b.md'], '## Staging\n')).toBe(
      [
        'Notes',
        '## Files that both sides changed',
        'The team and the template changed them since the stamp before. Merge this branch, decide, and push:',
        '- `a.md`\n- `b.md`',
        '## Staging',
      ].join('\n\n'),
    );
  });

  it('speaks of no conflicts where there are none', () => {
    expect(toProposalBody('Notes', [], '')).toBe('Notes');
  });
});
