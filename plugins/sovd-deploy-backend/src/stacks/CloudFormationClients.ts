import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { S3Client } from '@aws-sdk/client-s3';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';

/** @see {@link CloudFormationClients} */
export interface CloudFormationClientsOptions {
  /** Gives the credentials of the environment's account. */
  credentials: AwsCredentialsManager;
  /** AWS endpoint of the environment's target; undefined is the region's own. */
  endpointOf(environment: Environment): string | undefined;
}

/** Both clients of one endpoint, account and region. */
interface ClientPair {
  stacks: CloudFormationClient;
  buckets: S3Client;
}

/** CloudFormation and S3 clients for each endpoint, account and region; made at first use. */
export class CloudFormationClients {
  private readonly clients = new Map<string, Promise<ClientPair>>();

  constructor(private readonly options: CloudFormationClientsOptions) {}

  async for(environment: Environment): Promise<CloudFormationClient> {
    return (await this.pairFor(environment)).stacks;
  }

  /** S3 beside that CloudFormation, for templates that don't fit into a request. */
  async bucketsFor(environment: Environment): Promise<S3Client> {
    return (await this.pairFor(environment)).buckets;
  }

  private pairFor(environment: Environment): Promise<ClientPair> {
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
  ): Promise<ClientPair> {
    const provider = await this.options.credentials.getCredentialProvider({
      accountId,
    });
    const options = {
      region,
      ...(endpoint && { endpoint }),
      credentials: provider.sdkCredentialProvider,
      // the reconciler comes again anyway: a step has to be short
      maxAttempts: 2,
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 20_000 },
    };
    return {
      stacks: new CloudFormationClient(options),
      // hosts of another endpoint have no names for buckets
      buckets: new S3Client({ ...options, forcePathStyle: Boolean(endpoint) }),
    };
  }
}
