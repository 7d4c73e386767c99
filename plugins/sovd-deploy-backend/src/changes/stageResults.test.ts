import { stageContext } from '../__testUtils__/testChange';
import { resultOf } from './stageResults';

const stack = { commit: 'c'.repeat(40), outputs: { databaseHost: 'db' } };

describe('resultOf', () => {
  it('gives what an earlier stage left', () => {
    const context = stageContext({ results: { stack } });
    expect(resultOf(context, 'stack')).toEqual(stack);
  });

  it.each([
    [{}, 'has no result of stack'],
    [{ stack: { ...stack, commit: 'main' } }, 'commit'],
  ])('refuses %p', (results, message) => {
    expect(() => resultOf(stageContext({ results }), 'stack')).toThrow(message);
  });
});
