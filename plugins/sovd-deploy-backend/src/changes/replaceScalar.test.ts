import { replaceScalar } from './replaceScalar';

const text = '# kept\na:\n  b: 3 # why\n  list: [1]\n';

describe('replaceScalar', () => {
  it('replaces one value, and no other byte', () => {
    expect(replaceScalar(text, ['a', 'b'], '5')).toBe(text.replace('3', '5'));
  });

  it.each([
    ['no such path', text, ['a', 'c']],
    ['no scalar there', text, ['a', 'list']],
    ['no YAML at all', 'a: [', ['a']],
  ])('gives nothing where there is %s', (_, source, path) => {
    expect(replaceScalar(source, path, '5')).toBeUndefined();
  });

  it('leaves what differs from what has to stand there', () => {
    const path = ['name'];
    expect(replaceScalar('name: old\n', path, 'new', 'old')).toBe(
      'name: new\n',
    );
    expect(replaceScalar('name: own\n', path, 'new', 'old')).toBeUndefined();
  });
});
