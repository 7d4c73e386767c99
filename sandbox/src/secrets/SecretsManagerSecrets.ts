import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

import type { RemoteReference } from './ExternalSecret.ts';
import type { ProviderSecrets } from './ProviderSecrets.ts';
import { SyncError } from './SyncError.ts';

const CURRENT = 'AWSCURRENT';
const UUID = 'uuid/';

/** Reads AWS Secrets Manager at the endpoint of the sandbox. */
export class SecretsManagerSecrets implements ProviderSecrets {
  readonly #endpoint: string;
  readonly #clients = new Map<string, SecretsManagerClient>();

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  async read(
    region: string,
    { key, version = CURRENT }: RemoteReference,
  ): Promise<string> {
    // External Secrets' own notation: a stage, or uuid/<id of the version>
    const which = version.startsWith(UUID)
      ? { VersionId: version.slice(UUID.length) }
      : { VersionStage: version };
    try {
      const answer = await this.#client(region).send(
        new GetSecretValueCommand({ SecretId: key, ...which }),
      );
      if (answer.SecretString !== undefined) return answer.SecretString;
      return Buffer.from(answer.SecretBinary ?? []).toString('utf8');
    } catch (error) {
      if (error instanceof ResourceNotFoundException) {
        throw new SyncError('Secret does not exist');
      }
      throw new SyncError(`Secrets Manager: ${(error as Error).message}`);
    }
  }

  #client(region: string): SecretsManagerClient {
    const known = this.#clients.get(region);
    if (known) return known;
    const made = new SecretsManagerClient({
      region,
      endpoint: this.#endpoint,
      // moto doesn't check who asks
      credentials: { accessKeyId: 'secrets', secretAccessKey: 'secrets' },
    });
    this.#clients.set(region, made);
    return made;
  }
}
