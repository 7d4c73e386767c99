import { once } from 'node:events';
import { Agent, request, RequestOptions } from 'node:https';
import { IncomingMessage, request as plainRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { toError } from '@backstage/errors';
import type { ClusterAccess, ClusterConnection } from './ClusterAccess';
import { KubernetesApiError, toKubernetesApiError } from './KubernetesApiError';

/** One call of the Kubernetes API. */
export interface KubernetesCall {
  method?: 'GET' | 'PATCH' | 'DELETE';
  /** Path and query behind the server's URL. */
  path: string;
  /** Sent as JSON, which is YAML too. */
  body?: object;
  accept?: string;
  contentType?: string;
  signal?: AbortSignal;
  /** Milliseconds without a byte after which the call is given up; 30 s when left out. */
  idleTimeout?: number;
}

const IDLE_TIMEOUT = 30_000;

/**
 * The few calls that the portal makes to Kubernetes itself, on Node's own HTTPS: a watch of
 * thousands of pods has to be pruned while it is read, and the official client keeps whole
 * objects (and takes 90 MB only to be loaded). Each call reads the credential anew.
 */
export class KubernetesClient {
  constructor(private readonly access: ClusterAccess) {}

  get cluster(): string {
    return this.access.cluster;
  }

  /** @throws KubernetesApiError when the API refuses or can't be reached */
  async json<T>(call: KubernetesCall): Promise<T> {
    const answer = await this.open(call);
    return JSON.parse(await this.guard(text(answer)));
  }

  /**
   * Opens a call and gives the answer to read from; destroying it ends the call.
   *
   * @throws KubernetesApiError when the API refuses or can't be reached
   */
  async open(call: KubernetesCall): Promise<IncomingMessage> {
    const connection = await this.access.connect();
    const [answer] = await this.guard(this.send(call, connection));
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status < 300) return answer;
    throw toKubernetesApiError(
      this.cluster,
      status,
      await this.guard(text(answer)),
    );
  }

  private send(
    call: KubernetesCall,
    connection: ClusterConnection,
  ): Promise<[IncomingMessage]> {
    const body = call.body && JSON.stringify(call.body);
    const idle = call.idleTimeout ?? IDLE_TIMEOUT;
    const options: RequestOptions = {
      method: call.method ?? 'GET',
      signal: call.signal,
      headers: {
        Accept: call.accept ?? 'application/json',
        Authorization: `Bearer ${connection.token}`,
        'User-Agent': 'sovd-deploy',
        ...(body && {
          'Content-Type': call.contentType ?? 'application/json',
          'Content-Length': Buffer.byteLength(body),
        }),
      },
    };
    const url = connection.url + call.path;
    const sent = url.startsWith('https:')
      ? request(url, {
          ...options,
          agent: new Agent({
            ca: connection.ca,
            rejectUnauthorized: !connection.skipTLSVerify,
          }),
        })
      : plainRequest(url, options);
    sent.setTimeout(idle, () =>
      sent.destroy(new Error(`no answer for ${Math.round(idle / 1000)} s`)),
    );
    // once() hears the first; a later one reaches the reader of the answer
    sent.on('error', () => {});
    sent.end(body);
    return once(sent, 'response') as Promise<[IncomingMessage]>;
  }

  private async guard<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      const { name, message, code } = toError(error) as NodeJS.ErrnoException;
      if (name === 'AbortError') throw error;
      throw new KubernetesApiError(
        `The cluster ${this.cluster} can't be reached: ${message || code}`,
        { reason: 'Unreachable' },
      );
    }
  }
}
