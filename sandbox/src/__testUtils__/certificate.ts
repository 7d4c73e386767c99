import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { makeSelfSigned } from '../processes/openssl.ts';

/** A certificate for this machine, in a folder of the test's. */
export async function certificate(folder: string) {
  await mkdir(folder, { recursive: true });
  const files = {
    certificate: path.join(folder, 'test.crt'),
    key: path.join(folder, 'test.key'),
  };
  const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
  await makeSelfSigned('localhost', files, [names]);
  return files;
}
