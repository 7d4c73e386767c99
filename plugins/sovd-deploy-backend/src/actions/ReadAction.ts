import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  SovdDeployApi,
  SovdDeployRequestOptions,
} from '@sovd/plugin-sovd-deploy-common';
import { audited } from '../routes/audited';

/** What actions are made of. */
export interface ReadActionServices {
  /** The routes, as everybody else reaches them. */
  api: SovdDeployApi;
  auditor: AuditorService;
  auth: AuthService;
}

/**
 * Asks a route with the caller's own rights, so that an action never shows what the page
 * wouldn't, and writes down who had it asked.
 */
export class ReadAction {
  constructor(private readonly services: ReadActionServices) {}

  async ask<T>(
    action: string,
    { credentials, input }: ReadActionCall,
    question: (
      api: SovdDeployApi,
      options: SovdDeployRequestOptions,
    ) => Promise<T>,
  ): Promise<T> {
    const { api, auditor, auth } = this.services;
    const event = {
      eventId: 'action-read',
      severityLevel: 'low' as const,
      meta: { action, input, actor: this.actorOf(credentials) },
    };
    return audited(auditor, event, async () => {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'sovd-deploy',
      });
      try {
        return await question(api, { token });
      } catch (error) {
        // what the route says, not that a request failed
        throw isError(error) && error.name === 'ResponseError'
          ? error.cause ?? error
          : error;
      }
    });
  }

  private actorOf(credentials: BackstageCredentials): string {
    const { auth } = this.services;
    if (auth.isPrincipal(credentials, 'user')) {
      return credentials.principal.userEntityRef;
    }
    return auth.isPrincipal(credentials, 'service')
      ? credentials.principal.subject
      : 'nobody';
  }
}

/** Who calls an action, and with what. */
export interface ReadActionCall {
  credentials: BackstageCredentials;
  input: JsonObject;
}

/** What the actions registry is told of every action here. */
export const readOnly = {
  readOnly: true,
  destructive: false,
  idempotent: true,
} as const;
