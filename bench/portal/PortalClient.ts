/** An answer of the portal with what it cost. */
export interface Answer<T> {
  /** From the request to the last byte, on loopback. */
  milliseconds: number;
  /** Of the body, as it is before compression. */
  bytes: number;
  body: T;
}

/** The portal's API as its guest uses it. */
export class PortalClient {
  readonly url: string;
  #token = '';

  constructor(url: string) {
    this.url = url;
  }

  /** Tokens are good for an hour. */
  async signIn(): Promise<void> {
    const { body } = await this.#send<{ backstageIdentity: { token: string } }>(
      '/api/auth/guest/refresh',
      'POST',
      {},
    );
    this.#token = body.backstageIdentity.token;
  }

  get token(): string {
    return this.#token;
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.#send<T>(path, 'GET');
  }

  post<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.#send<T>(path, 'POST', body);
  }

  async #send<T>(
    path: string,
    method: string,
    body?: unknown,
  ): Promise<Answer<T>> {
    const began = performance.now();
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        'Accept-Encoding': 'identity',
        ...(this.#token && { Authorization: `Bearer ${this.#token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const bytes = await response.arrayBuffer();
    const milliseconds = performance.now() - began;
    const text = Buffer.from(bytes).toString();
    if (!response.ok) {
      throw new Error(
        `${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`,
      );
    }
    return { milliseconds, bytes: bytes.byteLength, body: JSON.parse(text) };
  }
}
