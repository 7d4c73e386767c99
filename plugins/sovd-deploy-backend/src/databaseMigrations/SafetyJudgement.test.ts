import {
  contract,
  expand,
  irreversible,
  unknown,
  worstOf,
} from './SafetyJudgement';

describe('worstOf', () => {
  it.each([
    [[], expand],
    [[expand, contract('a'), expand], contract('a')],
    [[contract('a'), contract('b')], contract('a')],
    [[contract('a'), unknown('b')], unknown('b')],
    [[irreversible('c'), unknown('b')], irreversible('c')],
  ])('of %j is %j', (judgements, worst) => {
    expect(worstOf(judgements)).toEqual(worst);
  });
});
