import { readStackCheckpoint, writeStackCheckpoint } from './stackCheckpoint';

describe('stackCheckpoint', () => {
  it('begins with nothing told', () => {
    expect(readStackCheckpoint({})).toEqual({ told: [] });
  });

  it.each([
    { told: [] },
    { told: ['e1', 'e2'] },
    { told: ['e1'], deleting: 'arn:aws:cloudformation:stack/fleet/1' },
  ])('comes back from the database as it was: %j', checkpoint => {
    const kept = JSON.parse(JSON.stringify(writeStackCheckpoint(checkpoint)));
    expect(readStackCheckpoint(kept)).toEqual(checkpoint);
  });

  it('writes nothing of a deletion that is over', () => {
    expect(
      writeStackCheckpoint({ told: ['e1'], deleting: undefined }),
    ).toStrictEqual({ told: ['e1'] });
  });

  it.each([{ told: 'e1' }, { told: [1] }, { deleting: true }])(
    'refuses %j',
    wrong => {
      expect(() => readStackCheckpoint(wrong)).toThrow(/told|deleting/);
    },
  );
});
