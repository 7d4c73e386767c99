import { ResponseError } from '@backstage/errors';
import { z } from 'zod/v4';
import type { SovdDeployRequestOptions } from './SovdDeployApi';

/** Where requests go and what carries them. @public */
export interface SovdDeployClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/** Sends JSON to the sovd-deploy backend and parses what comes back. */
export class JsonHttpClient {
  constructor(private readonly options: SovdDeployClientOptions) {}

  get<T extends z.ZodType>(
    path: string,
    schema: T,
    options?: SovdDeployRequestOptions,
  ) {
    return this.request(path, schema, {}, options);
  }

  post<T extends z.ZodType>(
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
