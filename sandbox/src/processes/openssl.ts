import { rm, writeFile } from 'node:fs/promises';
import { runProgram } from './runProgram.ts';

const DAYS = '3650';
const newKey = [
  '-newkey',
  'ec',
  '-pkeyopt',
  'ec_paramgen_curve:P-256',
  '-nodes',
];

/** A certificate that signs itself, for a server on this machine or as an authority. */
export async function makeSelfSigned(
  name: string,
  files: { certificate: string; key: string },
  extensions: readonly string[] = [],
): Promise<void> {
  await runProgram('openssl', [
    ...['req', '-x509', ...newKey, '-days', DAYS, '-subj', `/CN=${name}`],
    ...['-keyout', files.key, '-out', files.certificate],
    ...extensions.flatMap(text => ['-addext', text]),
  ]);
}

/** A client's certificate, signed by an authority made with `makeSelfSigned`. */
export async function makeClientCertificate(
  name: string,
  files: { certificate: string; key: string },
  authority: { certificate: string; key: string },
): Promise<void> {
  const request = `${files.certificate}.csr`;
  const usage = `${files.certificate}.ext`;
  await writeFile(usage, 'extendedKeyUsage=clientAuth\n');
  await runProgram('openssl', [
    ...['req', ...newKey, '-subj', `/CN=${name}`],
    ...['-keyout', files.key, '-out', request],
  ]);
  await runProgram('openssl', [
    ...['x509', '-req', '-in', request, '-days', DAYS, '-extfile', usage],
    ...['-CA', authority.certificate, '-CAkey', authority.key],
    ...['-CAcreateserial', '-out', files.certificate],
  ]);
  await Promise.all([rm(request), rm(usage)]);
}
