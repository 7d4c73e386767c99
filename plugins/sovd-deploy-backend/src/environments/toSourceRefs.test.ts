import { toSourceRefs } from './toSourceRefs';

const [a, b, c] = ['a', 'b', 'c'].map(letter => letter.repeat(40));

describe('toSourceRefs', () => {
  it('reads head and tags, annotated ones as their commits', () => {
    const refs = toSourceRefs(
      [
        `${a}\tHEAD`,
        `${b}\trefs/tags/v1`,
        `${c}\trefs/tags/v2`,
        `${a}\trefs/tags/v2^{}`,
        '',
      ].join('\n'),
    );
    expect(refs?.head).toBe(a);
    expect([...(refs?.tags ?? [])]).toEqual([
      ['v1', b],
      ['v2', a],
    ]);
  });

  it('has nothing to say of an empty repository', () => {
    expect(toSourceRefs('')).toBeUndefined();
  });
});
