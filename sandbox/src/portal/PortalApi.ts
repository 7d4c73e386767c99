/** An answer of the portal that isn't what was asked for. */
export class PortalError extends Error {
  readonly status: number;

  constructor(address: string, status: number, message: string) {
    super(`${address} answered ${status}: ${message}`);
    this.name = 'PortalError';
    this.status = status;
  }
}

/** The portal's own API, as its guest. */
export class PortalApi {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /**
   * Signs in as the sign-in page does.
   *
   * @throws Error when no portal answers there
   */
  static async signIn(url: string): Promise<PortalApi> {
    const answer = await fetch(`${url}/api/auth/guest/refresh`, {
      method: 'POST',
    }).catch(() => undefined);
    if (!answer?.ok) {
      throw new Error(`No portal answers at ${url}: run "./yarnw start" first`);
    }
    const { backstageIdentity } = (await answer.json()) as {
      backstageIdentity: { token: string };
    };
    return new PortalApi(url, backstageIdentity.token);
  }

  /** @throws PortalError */
  async get<T>(address: string): Promise<T> {
    return this.#ask<T>(address, {});
  }

  /** @throws PortalError */
  async post<T>(address: string, body: object): Promise<T> {
    return this.#ask<T>(address, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
  }

  async #ask<T>(
    address: string,
    request: { method?: string; body?: string; headers?: object },
  ): Promise<T> {
    const headers = {
      ...request.headers,
      Authorization: `Bearer ${this.#token}`,
    };
    const answer = await fetch(`${this.#url}${address}`, {
      ...request,
      headers,
    });
    if (answer.ok) return (await answer.json()) as T;
    const text = await answer.text();
    throw new PortalError(address, answer.status, messageOf(text));
  }
}

/** What Backstage wraps into JSON, or else the text itself. */
function messageOf(text: string): string {
  try {
    return (JSON.parse(text) as { error: { message: string } }).error.message;
  } catch {
    return text.slice(0, 500);
  }
}
