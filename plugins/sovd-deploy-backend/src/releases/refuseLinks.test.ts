import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { refuseLinks } from './refuseLinks';
import { testRepository } from '../__testUtils__/testRepository';

describe('refuseLinks', () => {
  let root: string;

  beforeEach(async () => {
    root = await testRepository({ 'chart/templates/a.yaml': 'a: 1' });
  });
  afterEach(() => rm(root, { recursive: true }));

  it('lets plain files and folders through', async () => {
    await expect(refuseLinks(root, 'chart')).resolves.toBeUndefined();
  });

  it('names the link, however deep', async () => {
    await symlink('/etc', path.join(root, 'chart/templates/b'));
    await expect(refuseLinks(root, 'chart')).rejects.toThrow(
      'chart/templates/b is a symbolic link',
    );
  });

  it('says that there is no such folder', async () => {
    await expect(refuseLinks(root, 'charts')).rejects.toThrow(
      'The repository has no folder charts',
    );
  });
});
