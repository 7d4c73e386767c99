import assert from 'node:assert/strict';
import { X509Certificate, createPrivateKey } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { makeClientCertificate, makeSelfSigned } from './openssl.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sovd-openssl-'));
});
after(() => rm(folder, { recursive: true }));

const pair = (name: string) => ({
  certificate: path.join(folder, `${name}.crt`),
  key: path.join(folder, `${name}.key`),
});
async function read(files: { certificate: string; key: string }) {
  const certificate = new X509Certificate(await readFile(files.certificate));
  const key = createPrivateKey(await readFile(files.key));
  return { certificate, key };
}

test('a server certificate signs itself and names its hosts', async () => {
  const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
  await makeSelfSigned('localhost', pair('server'), [names]);
  const { certificate, key } = await read(pair('server'));
  assert.ok(certificate.verify(certificate.publicKey));
  assert.ok(certificate.checkPrivateKey(key));
  assert.equal(certificate.checkIP('127.0.0.1'), '127.0.0.1');
  assert.equal(certificate.checkHost('example.com'), undefined);
});

test('a client certificate is signed by its authority and is good for clients only', async () => {
  await makeSelfSigned('authority', pair('authority'));
  await makeClientCertificate('client', pair('client'), pair('authority'));
  const authority = await read(pair('authority'));
  const client = await read(pair('client'));
  assert.ok(client.certificate.verify(authority.certificate.publicKey));
  assert.equal(client.certificate.subject, 'CN=client');
  // id-kp-clientAuth, RFC 5280 section 4.2.1.12
  assert.deepEqual(client.certificate.keyUsage, ['1.3.6.1.5.5.7.3.2']);
  const left = await readdir(folder);
  assert.deepEqual(
    left.filter(name => /\.(csr|ext)$/.test(name)),
    [],
  );
});
