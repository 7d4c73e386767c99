import assert from 'node:assert/strict';
import {
  createPrivateKey,
  createPublicKey,
  X509Certificate,
} from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { prepareKeys } from './keys.ts';
import { kubernetesFiles } from './kubernetesFiles.ts';

test('keys belong together, are secret, and are made once', async t => {
  const settings = await testSettings(t);
  const files = kubernetesFiles(settings);
  await prepareKeys(settings);
  const read = (file: string) => readFile(file, 'utf8');

  const spki = { type: 'spki', format: 'pem' } as const;
  const ours = createPublicKey(
    createPrivateKey(await read(files.serviceAccountKey)),
  );
  assert.equal(ours.export(spki), await read(files.serviceAccountPublicKey));

  const authority = new X509Certificate(await read(files.frontProxyAuthority));
  const proxy = new X509Certificate(await read(files.frontProxyCertificate));
  assert.ok(proxy.verify(authority.publicKey));
  // the name that the API server and metrics-server are told to expect
  assert.equal(proxy.subject, 'CN=front-proxy-client');

  const token = await read(files.deployerToken);
  assert.match(
    await read(files.tokens),
    RegExp(`^${token},sovd-deployer,`, 'm'),
  );

  const made = async () => {
    const names = (await readdir(files.keys)).sort();
    const all = [
      ...names.map(name => path.join(files.keys, name)),
      files.tokens,
      files.deployerToken,
    ];
    return Promise.all(all.map(async file => [file, await read(file)]));
  };
  const before = await made();
  for (const secret of [
    files.tokens,
    files.deployerToken,
    files.serviceAccountKey,
    files.frontProxyKey,
    files.frontProxyAuthorityKey,
  ]) {
    assert.equal((await stat(secret)).mode % 0o1000, 0o600, secret);
  }
  assert.equal((await stat(files.keys)).mode % 0o1000, 0o700);
  await prepareKeys(settings);
  assert.deepEqual(await made(), before);
});
