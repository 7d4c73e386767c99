import { stampedFileSchema } from './stamp';

describe('stampedFileSchema', () => {
  it.each([
    ['README.md', true],
    ['.github/workflows/ci-cd.yml', true],
    ['docs/a file.md', true],
    ['...', true],
    ['a..b/c', true],
    ['', false],
    ['/etc/passwd', false],
    ['.', false],
    ['..', false],
    ['../a', false],
    ['a/..', false],
    ['a/../b', false],
    ['a/./b', false],
    ['a\\b', false],
    ['a\0b', false],
    // a line's end must not hide what follows it
    ['a\n/../../b', false],
    ['a\r/../b', false],
    ['a\u2028/../b', false],
    ['a\u2029/../b', false],
  ])('%j: %p', (path, expected) => {
    const file = { path, content: '' };
    expect(stampedFileSchema.safeParse(file).success).toBe(expected);
  });

  it('takes bytes as base64, and a file for none that runs', () => {
    const path = 'a';
    expect(stampedFileSchema.parse({ path, content: 'AAEC' })).toEqual({
      path,
      content: 'AAEC',
      executable: false,
    });
    const wrong = { path, content: 'not base64!' };
    expect(stampedFileSchema.safeParse(wrong).success).toBe(false);
  });
});
