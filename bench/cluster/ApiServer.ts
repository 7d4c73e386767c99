import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { readToken } from '../../sandbox/src/kubernetes/identities.ts';
import {
  kubernetesFiles,
  kubernetesUrl,
} from '../../sandbox/src/kubernetes/kubernetesFiles.ts';
import type { Settings } from '../../sandbox/src/settings.ts';

/** The cluster's API as its administrator uses it, without the start of a program in between. */
export class ApiServer {
  readonly #url: string;
  readonly #token: string;
  readonly #agent: Agent;

  private constructor(url: string, token: string, ca: Buffer) {
    this.#url = url;
    this.#token = token;
    this.#agent = new Agent({ ca, keepAlive: true, maxSockets: 16 });
  }

  static async of(settings: Settings): Promise<ApiServer> {
    return new ApiServer(
      kubernetesUrl(settings),
      await readToken(settings, 'admin'),
      await readFile(kubernetesFiles(settings).certificate),
    );
  }

  get<T>(path: string): Promise<T> {
    return this.#send<T>('GET', path);
  }

  /** Makes an object; one of the same name stays as it is. */
  async create(path: string, object: object): Promise<void> {
    await this.#send('POST', path, object, [409]);
  }

  /** Ends a pod at once, as a lost node does. */
  async remove(path: string): Promise<void> {
    await this.#send('DELETE', path, { gracePeriodSeconds: 0 });
  }

  close(): void {
    this.#agent.destroy();
  }

  #send<T>(
    method: string,
    path: string,
    body?: object,
    fine: readonly number[] = [],
  ): Promise<T> {
    const text = body ? JSON.stringify(body) : '';
    return new Promise((resolve, reject) => {
      const call = request(
        `${this.#url}${path}`,
        {
          method,
          agent: this.#agent,
          headers: {
            Authorization: `Bearer ${this.#token}`,
            'Content-Type': 'application/json',
            // Node gives a DELETE none, and its body would begin the next request
            'Content-Length': Buffer.byteLength(text),
          },
        },
        async response => {
          const chunks = await response.toArray().catch(reject);
          const answer = Buffer.concat(chunks ?? []).toString();
          const status = response.statusCode ?? 0;
          if (status < 300 || fine.includes(status))
            resolve(JSON.parse(answer));
          else reject(new Error(`${method} ${path}: ${status} ${answer}`));
        },
      );
      call.on('error', reject);
      call.end(text);
    });
  }
}
