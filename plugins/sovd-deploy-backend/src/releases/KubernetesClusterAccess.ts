import { readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import type { ClusterAccess, ClusterConnection } from './ClusterAccess';

/** A cluster of type config, as the `kubernetes:` section names it. */
export interface KubernetesClusterPlace {
  name: string;
  url: string;
  /** CA certificate in base64-encoded PEM. */
  caData?: string;
  /** Path of the CA certificate's PEM file. */
  caFile?: string;
  skipTLSVerify?: boolean;
}

/** A token itself, or the file that holds the token valid now. */
export type KubernetesCredential = { token: string } | { tokenFile: string };

/** Reaches a configured cluster with a service account's token. */
export class KubernetesClusterAccess implements ClusterAccess {
  readonly cluster: string;

  constructor(
    private readonly place: KubernetesClusterPlace,
    private readonly credential: KubernetesCredential,
  ) {
    this.cluster = place.name;
  }

  async connect(): Promise<ClusterConnection> {
    const { url, caData, caFile, skipTLSVerify = false } = this.place;
    const ca = caData
      ? Buffer.from(caData, 'base64').toString('utf8')
      : caFile && (await this.read(caFile, 'CA certificate'));
    return {
      url: url.replace(/\/+$/, ''),
      ...(ca && { ca }),
      skipTLSVerify,
      token: await this.readToken(),
    };
  }

  private async readToken(): Promise<string> {
    if ('token' in this.credential) return this.credential.token;
    const { tokenFile } = this.credential;
    const token = (await this.read(tokenFile, 'token')).trim();
    if (!token) {
      throw new InputError(
        `The token file ${tokenFile} of cluster ${this.cluster} is empty; write the service account's token into it`,
      );
    }
    return token;
  }

  private async read(file: string, what: string): Promise<string> {
    try {
      return await readFile(file, 'utf8');
    } catch (error) {
      throw new InputError(
        `The ${what} of cluster ${this.cluster} can't be read from ${file}; check the path and its rights`,
        error,
      );
    }
  }
}
