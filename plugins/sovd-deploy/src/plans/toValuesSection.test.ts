import { toValuesSection } from './toValuesSection';

const added = { path: 'a', to: 1 };
const changed = { path: 'b', from: 'INFO', to: 'DEBUG' };
const removed = { path: 'c', from: [1] };

describe('toValuesSection', () => {
  it.each([
    [[], 'none', 'Every setting stays as it is.'],
    [[added], 'quiet', '1 setting is new; all others stay.'],
    [[changed, changed], 'quiet', '2 settings change; all others stay.'],
    [
      [added, changed, removed],
      'quiet',
      '1 setting is new, 1 changes, 1 goes; all others stay.',
    ],
  ])('case %#', (values, level, sentence) => {
    expect(toValuesSection({ values })).toMatchObject({ level, sentence });
  });

  it('has a row with both sides for each', () => {
    expect(toValuesSection({ values: [changed, removed] }).rows).toEqual([
      {
        kind: 'change',
        subject: 'b',
        fields: [{ path: '', before: 'INFO', after: 'DEBUG' }],
      },
      {
        kind: 'remove',
        subject: 'c',
        fields: [{ path: '', before: '[1]', after: undefined }],
      },
    ]);
  });
});
