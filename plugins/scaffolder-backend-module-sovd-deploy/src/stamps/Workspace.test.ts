import { statSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { Workspace } from './Workspace';

describe('Workspace', () => {
  const folder = createMockDirectory();
  beforeEach(() => folder.clear());

  it('gives back what was written, sorted, with its mode', async () => {
    const workspace = new Workspace(folder.path);
    const bytes = Buffer.from([0, 255, 10]);
    await workspace.write([
      { path: 'scripts/run.sh', content: '#!/bin/sh\n', executable: true },
      { path: '.github/a.yml', content: 'é' },
      { path: 'b/image.png', content: bytes },
    ]);
    await expect(workspace.read()).resolves.toEqual([
      { path: '.github/a.yml', content: Buffer.from('é'), executable: false },
      { path: 'b/image.png', content: bytes, executable: false },
      {
        path: 'scripts/run.sh',
        content: Buffer.from('#!/bin/sh\n'),
        executable: true,
      },
    ]);
    expect(statSync(folder.resolve('scripts/run.sh')).mode & 0o777).toBe(0o755);
  });

  it("leaves out Git's own files and what links lead to", async () => {
    const outside = createMockDirectory({ content: { secret: 'x' } });
    folder.setContent({
      '.git': { HEAD: 'ref' },
      '.gitignore': 'dist',
      link: ctx => ctx.symlink(outside.path),
      file: ctx => ctx.symlink(outside.resolve('secret')),
    });
    const files = await new Workspace(folder.path).read();
    expect(files.map(({ path }) => path)).toEqual(['.gitignore']);
  });

  it.each(['../x', '/etc/x', 'a/../../x'])('never writes to %s', async path => {
    await expect(
      new Workspace(folder.path).write([{ path, content: 'x' }]),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(folder.content()).toEqual({});
  });
});
