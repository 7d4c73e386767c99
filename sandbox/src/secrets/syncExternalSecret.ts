import type { ExternalSecret, SecretStore } from './ExternalSecret.ts';
import { readyCondition, syncedStatus } from './externalSecretStatus.ts';
import type { ProviderSecrets } from './ProviderSecrets.ts';
import { secretData } from './secretData.ts';
import type { SecretsClient } from './SecretsClient.ts';
import { SyncError } from './SyncError.ts';
import {
  refuseForeign,
  refuseUnoffered,
  targetName,
  targetSecret,
} from './targetSecret.ts';

/**
 * Brings one Secret to what its ExternalSecret asks for, and says so in its status.
 *
 * @throws SyncError when it can't be
 */
export async function syncExternalSecret(
  external: ExternalSecret,
  client: SecretsClient,
  provider: ProviderSecrets,
): Promise<void> {
  const { namespace = '' } = external.metadata ?? {};
  const { target } = external.spec;
  refuseUnoffered(external);
  const region = await regionOf(external, client);
  const data = await secretData(external.spec, reference =>
    provider.read(region, reference),
  );
  const name = targetName(external);
  const policy = target?.creationPolicy ?? 'Owner';
  if (policy !== 'None') {
    const existing = await client.secret(namespace, name);
    if (policy === 'Merge' && !existing) {
      throw new SyncError(`creationPolicy=Merge but secret ${name} is missing`);
    }
    if (existing) refuseForeign(external, existing);
    await client.apply(targetSecret(external, data));
  }
  const status = syncedStatus(external, name, new Date());
  await client.writeStatus(external, status);
}

/** Checks the store as far as the sandbox can, and says in its status what it found. */
async function regionOf(
  external: ExternalSecret,
  client: SecretsClient,
): Promise<string> {
  const { namespace = '' } = external.metadata ?? {};
  const reference = external.spec.secretStoreRef;
  if (!reference) throw new SyncError('spec.secretStoreRef is missing');
  const { name, kind = 'SecretStore' } = reference;
  const store = await client.store(namespace, reference);
  if (!store) {
    throw new SyncError(`could not get ${kind} "${name}": it does not exist`);
  }
  const problem = await problemOf(store, namespace, client);
  const condition = readyCondition(
    store.status?.conditions,
    !problem,
    problem ? 'InvalidProviderConfig' : 'Valid',
    problem ?? 'store validated',
    new Date(),
  );
  const before = store.status?.conditions?.[0];
  if (
    before?.status !== condition.status ||
    before.message !== condition.message
  ) {
    await client.writeStoreStatus(store, { conditions: [condition] });
  }
  if (problem)
    throw new SyncError(`${kind} "${name}" is not ready: ${problem}`);
  return store.spec.provider?.aws?.region as string;
}

async function problemOf(
  store: SecretStore,
  namespace: string,
  client: SecretsClient,
): Promise<string | undefined> {
  const { aws } = store.spec.provider ?? {};
  if (aws?.service !== 'SecretsManager') {
    return 'the sandbox offers only the provider aws with service SecretsManager';
  }
  if (!aws.region) return 'spec.provider.aws.region is missing';
  const account = aws.auth?.jwt?.serviceAccountRef;
  if (!account) return undefined;
  const home = store.metadata?.namespace ?? account.namespace ?? namespace;
  return (await client.hasServiceAccount(home, account.name))
    ? undefined
    : `ServiceAccount "${account.name}" not found`;
}
