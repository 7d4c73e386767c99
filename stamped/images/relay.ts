import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';

/** A path of a Unix socket, or a port of this machine. */
export type End = string | number;

const place = (end: End) =>
  typeof end === 'string' ? { path: end } : { host: '127.0.0.1', port: end };

/** Passes on every connection. A Unix socket crosses the border between two networks; a port doesn't. */
export async function relay(from: End, to: End): Promise<Server> {
  const server = createServer(inward => {
    const outward = connect(place(to));
    inward.pipe(outward).pipe(inward);
    // one side's end is the other's, whatever it was
    inward.on('error', () => outward.destroy());
    outward.on('error', () => inward.destroy());
  });
  server.listen(place(from));
  await once(server, 'listening');
  return server;
}

if (import.meta.main) {
  const [port, socket] = process.argv.slice(2);
  await relay(Number(port), socket);
  process.stdout.write('listening\n');
}
