import { createHash } from 'node:crypto';
import { replaceSum } from './replaceSum';

const sum = (text: string) => createHash('sha256').update(text).digest('hex');
const recordOf = (text: string) =>
  `files:\n  a.json:\n    sha256: ${sum(text)}\n`;

describe('replaceSum', () => {
  it('sums up what the file has now', () => {
    const record = replaceSum(recordOf('old'), 'a.json', 'new', 'old');
    expect(record).toBe(recordOf('new'));
  });

  it.each([
    ['was edited by hand', recordOf('as generated')],
    ['is none of the portal', 'files: {}\n'],
  ])('leaves the record of a file that %s', (_, record) => {
    expect(replaceSum(record, 'a.json', 'new', 'old')).toBeUndefined();
  });
});
