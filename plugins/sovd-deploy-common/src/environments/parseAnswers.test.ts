import { leastAnswers, testTarget } from '../__testUtils__/testAnswers';
import { parseAnswers, targetOf } from './parseAnswers';

const bare = { ...testTarget, name: 'bare', addOns: [] };
const targets = [testTarget, bare];

describe('targetOf', () => {
  it.each<[unknown, string | undefined]>([
    [{ target: 'bare' }, 'bare'],
    [{ target: 'moon' }, undefined],
    [{ target: ['bare'] }, undefined],
    [{}, undefined],
    [null, undefined],
    ['bare', undefined],
  ])('%j: %s', (input, name) => {
    expect(targetOf(input, targets)?.name).toBe(name);
  });
});

describe('parseAnswers', () => {
  it('completes the answers with what their own target offers', () => {
    const { answers, target } = parseAnswers(
      { ...leastAnswers, target: 'bare' },
      targets,
    );
    expect(target).toBe(bare);
    expect(answers?.monitoring).toBe(false);
  });

  it('gives no answers when they can not be read, but the target that they name', () => {
    expect(parseAnswers({ target: 'bare' }, targets)).toEqual({ target: bare });
  });
});
