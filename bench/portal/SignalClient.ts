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

  static async open(url: string, token: string): Promise<SignalClient> {
    const socket = new WebSocket(
      `${url.replace(/^http/, 'ws')}/api/signals`,
      token,
    );
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () =>
        reject(new Error('The portal takes no signals connection')),
      );
    });
    return new SignalClient(socket);
  }

  subscribe(channel: string, listener: () => void): void {
    this.#listeners.set(channel, listener);
    this.#socket.send(JSON.stringify({ action: 'subscribe', channel }));
  }

  close(): void {
    this.#socket.close();
  }
}
