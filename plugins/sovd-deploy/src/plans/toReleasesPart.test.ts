import { succeededUpgrade } from '../__testUtils__/changes';
import { valuePart } from '../__testUtils__/overviews';
import { noValue } from '../__testUtils__/partStates';
import { toReleasesPart } from './toReleasesPart';

const history = valuePart([succeededUpgrade], 'Change history');

describe('toReleasesPart', () => {
  it('keeps source and age of the history', () => {
    expect(toReleasesPart(history, 3)).toMatchObject({
      state: 'value',
      source: 'Change history',
      value: [{ revision: 2, version: '2.5.0' }],
    });
  });

  it.each([
    [noValue.Loading, 'loading'],
    [noValue.Error, 'error'],
    [noValue.Forbidden, 'forbidden'],
    [noValue.Absent, 'absent'],
  ])('fails as the history does', (part, state) => {
    expect(toReleasesPart(part, 3).state).toBe(state);
  });

  it('says that nothing ran before', () => {
    expect(toReleasesPart(history, 2)).toMatchObject({
      headline: 'No earlier release',
    });
  });
});
