import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { testRepository } from '../__testUtils__/testRepository';
import { readSourceFile } from './readSourceFile';

it('reads plain files and follows no links', async () => {
  const folder = await testRepository({ 'deep/file.txt': 'text' });
  await symlink('/etc/hostname', path.join(folder, 'link'));
  try {
    expect(await readSourceFile(folder, 'deep/file.txt')).toBe('text');
    expect(await readSourceFile(folder, 'link')).toBeUndefined();
    expect(await readSourceFile(folder, 'deep')).toBeUndefined();
    expect(await readSourceFile(folder, 'none')).toBeUndefined();
  } finally {
    await rm(folder, { recursive: true });
  }
});
