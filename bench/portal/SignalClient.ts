const ATTEMPTS = 5;

/** Hears what a browser would hear. */
export class SignalClient {
  readonly #socket: WebSocket;
  readonly #listeners = new Map<string, () => void>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { channel } = JSON.parse(String(data)) as { channel: string };
      this.#listeners.get(channel)?.();
    });
  }

  /** The portal begins to listen for connections at the first one, which it leaves waiting. */
  static async open(url: string, token: string): Promise<SignalClient> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const socket = new WebSocket(
        `${url.replace(/^http/, 'ws')}/api/signals`,
        token,
      );
      const timeout = AbortSignal.timeout(3_000);
      const opened = await new Promise<boolean>(resolve => {
        socket.addEventListener('open', () => resolve(true));
        socket.addEventListener('error', () => resolve(false));
        timeout.addEventListener('abort', () => resolve(false));
      });
      if (opened) return new SignalClient(socket);
      socket.close();
    }
    throw new Error('The portal takes no connection for signals');
  }

  subscribe(channel: string, listener: () => void): void {
    this.#listeners.set(channel, listener);
    this.#socket.send(JSON.stringify({ action: 'subscribe', channel }));
  }

  close(): void {
    this.#socket.close();
  }
}
