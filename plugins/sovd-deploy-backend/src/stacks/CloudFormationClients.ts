import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';

/** @see {@link CloudFormationClients} */
export interface CloudFormationClientsOptions {
  /** Gives the credentials of the environment's account. */
  credentials: AwsCredentialsManager;
  /** AWS endpoint of the environment's target; undefined is the region's own. */
  endpointOf(environment: Environment): string | undefined;
}

/** One CloudFormation client for each endpoint, account and region; made at first use. */
export class CloudFormationClients {
  private readonly clients = new Map<string, Promise<CloudFormationClient>>();

  constructor(private readonly options: CloudFormationClientsOptions) {}

  for(environment: Environment): Promise<CloudFormationClient> {
    const { accountId, region } = environment;
    const endpoint = this.options.endpointOf(environment);
    const key = [endpoint, accountId, region].join(' ');
    const known = this.clients.get(key);
    if (known) return known;
    const made = this.create(accountId, region, endpoint);
    this.clients.set(key, made);
    // a credential that couldn't be had now may be there at the next step
    made.catch(() => this.clients.delete(key));
    return made;
  }

  private async create(
    accountId: string,
    region: string,
    endpoint: string | undefined,
  ): Promise<CloudFormationClient> {
    const provider = await this.options.credentials.getCredentialProvider({
      accountId,
    });
    return new CloudFormationClient({
      region,
      ...(endpoint && { endpoint }),
      credentials: provider.sdkCredentialProvider,
      // the reconciler comes again anyway: a step has to be short
      maxAttempts: 2,
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 20_000 },
    });
  }
}
