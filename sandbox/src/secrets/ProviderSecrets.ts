import type { RemoteReference } from './ExternalSecret.ts';

/** Where the values come from. */
export interface ProviderSecrets {
  /** @throws SyncError when there is no such secret or version */
  read(region: string, reference: RemoteReference): Promise<string>;
}
