import { ResponseError } from '@backstage/errors';
import { z } from 'zod/v4';
import { changeLogEntrySchema, changeSchema } from '../changes/change';
import type { ChangeRequest } from '../changes/change';
import {
  environmentSchema,
  registrationPageSchema,
} from '../environments/environment';
import { targetSchema } from '../environments/target';
import { validationSchema } from '../environments/validation';
import {
  environmentOverviewSchema,
  environmentPageSchema,
} from '../overview/environmentOverview';
import { routes } from '../routes';
import type {
  EnvironmentKey,
  SovdDeployApi,
  SovdDeployRequestOptions,
} from './SovdDeployApi';

const targetsSchema = z.object({ items: z.array(targetSchema) });
const changesSchema = z.object({ items: z.array(changeSchema) });
const logSchema = z.object({ items: z.array(changeLogEntrySchema) });

interface PageRequest {
  cursor?: string;
  limit?: number;
}

function pageOf(path: string, page: PageRequest = {}): string {
  const query = new URLSearchParams();
  if (page.cursor) query.set('cursor', page.cursor);
  if (page.limit) query.set('limit', String(page.limit));
  return query.size ? `${path}?${query}` : path;
}

/** Where requests go and what carries them. @public */
export interface SovdDeployClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/**
 * Client of the sovd-deploy backend for browsers and backends. Every answer is parsed:
 * one that isn't of the contract is an error, never a half-filled page.
 *
 * @public
 */
export class SovdDeployClient implements SovdDeployApi {
  constructor(private readonly options: SovdDeployClientOptions) {}

  async listTargets(options?: SovdDeployRequestOptions) {
    return (await this.get(routes.targets(), targetsSchema, options)).items;
  }

  validate(
    answers: Record<string, unknown>,
    options?: SovdDeployRequestOptions,
  ) {
    return this.post(
      routes.validations(),
      { answers },
      validationSchema,
      options,
    );
  }

  registerEnvironment(
    answers: Record<string, unknown>,
    options?: SovdDeployRequestOptions,
  ) {
    return this.post(
      routes.environments(),
      { answers },
      environmentSchema,
      options,
    );
  }

  listEnvironments(page?: PageRequest, options?: SovdDeployRequestOptions) {
    const path = pageOf(routes.environments(), page);
    return this.get(path, environmentPageSchema, options);
  }

  listRegistrations(page?: PageRequest, options?: SovdDeployRequestOptions) {
    const path = pageOf(routes.registrations(), page);
    return this.get(path, registrationPageSchema, options);
  }

  getOverview(key: EnvironmentKey, options?: SovdDeployRequestOptions) {
    return this.get(
      this.pathOf(routes.environment, key),
      environmentOverviewSchema,
      options,
    );
  }

  async listChanges(key: EnvironmentKey, options?: SovdDeployRequestOptions) {
    const path = this.pathOf(routes.changes, key);
    return (await this.get(path, changesSchema, options)).items;
  }

  startChange(
    key: EnvironmentKey,
    request: ChangeRequest,
    options?: SovdDeployRequestOptions,
  ) {
    const path = this.pathOf(routes.changes, key);
    return this.post(path, request, changeSchema, options);
  }

  getChange(id: string, options?: SovdDeployRequestOptions) {
    return this.get(
      routes.change(encodeURIComponent(id)),
      changeSchema,
      options,
    );
  }

  getChangeLog(id: string, after = 0, options?: SovdDeployRequestOptions) {
    const path = routes.changeLog(encodeURIComponent(id));
    return this.get(`${path}?after=${after}`, logSchema, options);
  }

  private pathOf(
    route: (namespace: string, name: string) => string,
    key: EnvironmentKey,
  ) {
    return route(
      encodeURIComponent(key.namespace),
      encodeURIComponent(key.name),
    );
  }

  private get<T extends z.ZodType>(
    path: string,
    schema: T,
    options?: SovdDeployRequestOptions,
  ) {
    return this.request(path, schema, {}, options);
  }

  private post<T extends z.ZodType>(
    path: string,
    body: unknown,
    schema: T,
    options?: SovdDeployRequestOptions,
  ) {
    const init = {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    };
    return this.request(path, schema, init, options);
  }

  private async request<T extends z.ZodType>(
    path: string,
    schema: T,
    init: { method?: string; body?: string; headers?: Record<string, string> },
    options: SovdDeployRequestOptions = {},
  ): Promise<z.output<T>> {
    const baseUrl = await this.options.discoveryApi.getBaseUrl('sovd-deploy');
    const authorization = options.token && {
      Authorization: `Bearer ${options.token}`,
    };
    const response = await this.options.fetchApi.fetch(`${baseUrl}${path}`, {
      ...init,
      headers: { ...init.headers, ...authorization },
      signal: options.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return schema.parse(await response.json());
  }
}
