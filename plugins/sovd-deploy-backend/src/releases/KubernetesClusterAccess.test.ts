import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { KubernetesClusterAccess } from './KubernetesClusterAccess';
import { testRepository } from '../__testUtils__/testRepository';

const place = { name: 'demo', url: 'https://127.0.0.1:6443/' };

describe('KubernetesClusterAccess', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await testRepository({ token: 'one\n', 'ca.crt': 'PEM' });
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('reads the token anew each time, since it is rotated', async () => {
    const tokenFile = path.join(folder, 'token');
    const access = new KubernetesClusterAccess(place, { tokenFile });
    expect(await access.connect()).toEqual({
      url: 'https://127.0.0.1:6443',
      skipTLSVerify: false,
      token: 'one',
    });
    await writeFile(tokenFile, 'two');
    expect((await access.connect()).token).toBe('two');
  });

  it.each([
    ['data', () => ({ caData: Buffer.from('PEM').toString('base64') })],
    ['file', () => ({ caFile: path.join(folder, 'ca.crt') })],
  ])('takes the certificate from %s', async (_, ca) => {
    const access = new KubernetesClusterAccess(
      { ...place, ...ca() },
      { token: 't' },
    );
    expect((await access.connect()).ca).toBe('PEM');
  });

  it('names the file that is missing or empty', async () => {
    const at = (name: string) =>
      new KubernetesClusterAccess(place, {
        tokenFile: path.join(folder, name),
      }).connect();
    await expect(at('nothing')).rejects.toThrow(
      /token of cluster demo can't be read from .*nothing/,
    );
    await writeFile(path.join(folder, 'token'), ' \n');
    await expect(at('token')).rejects.toThrow('of cluster demo is empty');
  });
});
