import { proposalRequestSchema } from './proposal';

const request = {
  purpose: { kind: 'environment', environment: 'qa' },
  base: '0'.repeat(40),
  title: 'Add fleet-qa',
  body: '',
  files: [{ path: 'README.md', content: '' }],
};

describe('proposalRequestSchema', () => {
  it.each([
    ['an environment more', {}, true],
    [
      'a newer version',
      { purpose: { kind: 'template', version: '0.4.0' } },
      true,
    ],
    ['another purpose', { purpose: { kind: 'cleanup' } }, false],
    ['no title', { title: '' }, false],
    ['no files', { files: [] }, false],
    ['a file out of it', { files: [{ path: '../a', content: '' }] }, false],
    // A caller names no repository and no branch.
    ['a repository', { repositoryUrl: 'http://git.test/a/b' }, false],
    ['a branch', { branch: 'main' }, false],
  ])('%s', (_, given, expected) => {
    const body = { ...request, ...given };
    expect(proposalRequestSchema.safeParse(body).success).toBe(expected);
  });
});
