import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import { SovdDeployClient } from '@sovd/plugin-sovd-deploy-common';
import type {
  SovdDeployApi,
  SovdDeployRequestOptions,
} from '@sovd/plugin-sovd-deploy-common';
import { isPassingError } from './isPassingError';

/** What of an action's context says who asks, and until when. */
export interface Initiator {
  getInitiatorCredentials(): Promise<BackstageCredentials>;
  signal?: AbortSignal;
}

/** Reaches the sovd-deploy backend with the rights of whoever started the task. */
export class SovdDeployConnection {
  private readonly api: SovdDeployApi;

  constructor(
    private readonly services: {
      auth: AuthService;
      discovery: DiscoveryService;
    },
  ) {
    this.api = new SovdDeployClient({
      discoveryApi: services.discovery,
      fetchApi: { fetch },
    });
  }

  /**
   * Asks the portal one thing, each time with a fresh token, since a task can outlive one.
   *
   * @throws the backend's own error, whose message says what to do; a
   * ServiceUnavailableError where asking again may help
   */
  async ask<T>(
    initiator: Initiator,
    question: (
      api: SovdDeployApi,
      options: SovdDeployRequestOptions,
    ) => Promise<T>,
  ): Promise<T> {
    const { token } = await this.services.auth.getPluginRequestToken({
      onBehalfOf: await initiator.getInitiatorCredentials(),
      targetPluginId: 'sovd-deploy',
    });
    try {
      return await question(this.api, { token, signal: initiator.signal });
    } catch (error) {
      const words = error instanceof ResponseError ? error.cause : error;
      if (!isPassingError(error)) throw words;
      throw new ServiceUnavailableError(
        `The portal can't answer now, run this step again in a while: ${words}`,
      );
    }
  }
}
