import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { exists } from '../builds/buildOnce.ts';
import { makeClientCertificate, makeSelfSigned } from '../processes/openssl.ts';
import { writeSecret } from '../processes/writeSecret.ts';
import type { Settings } from '../settings.ts';
import { completeTokens, readToken } from './identities.ts';
import { kubernetesFiles } from './kubernetesFiles.ts';

/** Signs the tokens of service accounts. */
async function prepareServiceAccountKey(settings: Settings): Promise<void> {
  const files = kubernetesFiles(settings);
  if (await exists(files.serviceAccountPublicKey)) return;
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  await writeSecret(files.serviceAccountKey, privateKey);
  await writeSecret(files.serviceAccountPublicKey, publicKey);
}

/** By these an aggregated API (metrics.k8s.io) knows that a call comes through the API server. */
async function prepareFrontProxy(settings: Settings): Promise<void> {
  const files = kubernetesFiles(settings);
  if (await exists(files.frontProxyCertificate)) return;
  const authority = {
    certificate: files.frontProxyAuthority,
    key: files.frontProxyAuthorityKey,
  };
  await makeSelfSigned('front-proxy-ca', authority);
  await makeClientCertificate(
    'front-proxy-client',
    { certificate: files.frontProxyCertificate, key: files.frontProxyKey },
    authority,
  );
}

async function prepareTokens(settings: Settings): Promise<void> {
  const files = kubernetesFiles(settings);
  const known = await readFile(files.tokens, 'utf8').catch(() => '');
  const complete = completeTokens(known);
  if (complete !== known) await writeSecret(files.tokens, complete);
  const token = await readToken(settings, 'sovd-deployer');
  await writeSecret(files.deployerToken, token);
}

/** Keys, tokens and the deployer's token file; what exists is kept. */
export async function prepareKeys(settings: Settings): Promise<void> {
  const { keys } = kubernetesFiles(settings);
  await mkdir(keys, { recursive: true, mode: 0o700 });
  await Promise.all([
    prepareServiceAccountKey(settings),
    prepareFrontProxy(settings),
    prepareTokens(settings),
  ]);
}
