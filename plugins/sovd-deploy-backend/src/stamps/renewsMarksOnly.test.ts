import { renewsMarksOnly } from './renewsMarksOnly';

const table = (text: string) =>
  `<!-- sovd:begin environments -->\n${text}\n<!-- sovd:end environments -->\n`;

describe('renewsMarksOnly', () => {
  it.each([
    [`Ours\n${table('staging')}More\n`, `Ours\n${table('both')}More\n`],
    ['Ours\nMore\n', `Ours\n\n${table('x')}\nMore\n`],
    ['Ours\nMore\n', `Ours\n## Environments\n${table('x')}More\n`],
    ['', table('x')],
  ])('holds from %j to %j', (former, fresh) => {
    expect(renewsMarksOnly(fresh, former)).toBe(true);
  });

  it.each([
    [`Ours\n${table('staging')}`, `Theirs\n${table('both')}`],
    ['Ours\nMore\n', `More\nOurs\n${table('x')}`],
    ['Twice\nTwice\n', `Twice\n${table('x')}`],
    ['Ours\n', 'Ours\nMore\n'],
  ])('does not hold from %j to %j', (former, fresh) => {
    expect(renewsMarksOnly(fresh, former)).toBe(false);
  });
});
