import { checkStampedFiles } from './checkStampedFiles';

const named = (...paths: string[]) =>
  paths.map(path => ({ path, content: '', executable: false }));

describe('checkStampedFiles', () => {
  it('has nothing against what templates make', () => {
    expect(() =>
      checkStampedFiles(
        named('.gitignore', '.github/workflows/ci.yml', 'a/b', 'a/c', 'a-b'),
      ),
    ).not.toThrow();
  });

  it.each([
    '.git',
    '.git/hooks/post-checkout',
    'deep/.git/config',
    '.GIT/config',
    'git~1/config',
    '.git./config',
    '.git /config',
    '.git::$INDEX_ALLOCATION/config',
    '.g\u200cit/config',
  ])("refuses %j, which is or may become Git's own folder", path => {
    expect(() => checkStampedFiles(named('README.md', path))).toThrow(
      /is Git's own/,
    );
  });

  it.each([
    [['a', 'a'], /has a twice/],
    [['a//b'], /has an empty name/],
    [['a/'], /has an empty name/],
    [['../a'], /leads elsewhere/],
    [['a\n/../../b'], /leads elsewhere/],
    [['a/./b'], /leads elsewhere/],
    [
      ['deep/a/b', 'deep/a'],
      /has deep\/a as a file and, with deep\/a\/b, as a/,
    ],
  ])('refuses %j', (paths, message) => {
    expect(() => checkStampedFiles(named(...paths))).toThrow(message);
  });
});
