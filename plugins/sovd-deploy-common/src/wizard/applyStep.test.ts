import { answersWith, testTarget } from '../__testUtils__/testAnswers';
import type { NextStep } from '../finding';
import { applyStep } from './applyStep';

const answers = answersWith({ nodesMax: 9, domain: 'fleet.dev' });

describe('applyStep', () => {
  it('fills in what the step sets, and nothing else', () => {
    expect(applyStep(answers, { set: { nodesMax: 4 } }, testTarget)).toEqual({
      ...answers,
      nodesMax: 4,
    });
  });

  it('takes back what is set to null, so that the default holds', () => {
    const { domain, ...rest } = answers;
    expect(domain).toBe('fleet.dev');
    const set = { domain: null, nodesMax: null };
    expect(applyStep(answers, { set })).toEqual({ ...rest, nodesMax: 5 });
  });

  it.each<Pick<NextStep, 'set'>>([
    {},
    { set: { nodesMax: 99 } },
    { set: { namespace: 'x' } },
  ])('has no answers for %j', step =>
    expect(applyStep(answers, step)).toBeUndefined(),
  );
});
