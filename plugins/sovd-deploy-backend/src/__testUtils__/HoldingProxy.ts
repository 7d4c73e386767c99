import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Whether the server has heard of a request that is held. */
export type HeldMoment = 'before' | 'after';

/** Tells a request by its line and its body. */
export type Matcher = (request: IncomingMessage, body: Buffer) => boolean;

interface Hold {
  readonly moment: HeldMoment;
  readonly matches: Matcher;
  held: boolean;
}

/** A way to a server on which one request can be held for ever, so that its sender can be killed. */
export class HoldingProxy {
  private readonly server = createServer((from, to) => {
    this.pass(from, to).catch(error => to.destroy(error));
  });
  private wanted: Hold | undefined;

  constructor(private readonly target: string) {}

  /** @returns its own address */
  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /**
   * Holds the next request of a kind, and lets all others pass.
   *
   * @returns whether it is held by now; with `after` the server has answered it, to nobody
   */
  hold(moment: HeldMoment, matches: Matcher): { readonly held: boolean } {
    this.wanted = { moment, matches, held: false };
    return this.wanted;
  }

  private async pass(from: IncomingMessage, to: ServerResponse) {
    const body = await buffer(from);
    const hold = this.wanted?.matches(from, body) ? this.wanted : undefined;
    if (hold) this.wanted = undefined;
    if (hold?.moment === 'before') {
      hold.held = true;
      return;
    }
    const { headers, method, url = '/' } = from;
    const onward = request(new URL(url, this.target), { headers, method });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    if (hold) {
      // what is held was done, not only begun
      await buffer(answer);
      hold.held = true;
      return;
    }
    to.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(to);
  }
}
