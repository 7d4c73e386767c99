import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { SovdDeployClient } from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';

/** Most records that one request asks for. */
const PAGE_SIZE = 200;

/** The registry's records, read over HTTP as the catalog itself. */
export class Registrations {
  private readonly client: SovdDeployClient;

  constructor(
    private readonly services: {
      auth: AuthService;
      discovery: DiscoveryService;
    },
  ) {
    this.client = new SovdDeployClient({
      discoveryApi: services.discovery,
      fetchApi: { fetch },
    });
  }

  /** Every record, or an error: never a part of them. */
  async readAll(): Promise<Environment[]> {
    const environments: Environment[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.client.listRegistrations(
        { cursor, limit: PAGE_SIZE },
        { token: await this.requestToken() },
      );
      environments.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return environments;
  }

  private async requestToken(): Promise<string> {
    const { auth } = this.services;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'sovd-deploy',
    });
    return token;
  }
}
