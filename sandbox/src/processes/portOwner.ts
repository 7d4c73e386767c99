import { readdir, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';

/** True when nothing listens on the loopback port. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

const LISTEN = '0A';

/** Inodes of sockets that listen on the port, out of the text of /proc/net/tcp. */
export function listeningInodes(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table
    .split('\n')
    .slice(1)
    .map(line => line.trim().split(/\s+/))
    .filter(field => field[1]?.endsWith(suffix) && field[3] === LISTEN)
    .map(field => field[9]);
}

async function holds(pid: string, sockets: Set<string>): Promise<boolean> {
  const folder = `/proc/${pid}/fd`;
  for (const name of await readdir(folder)) {
    const target = await readlink(`${folder}/${name}`).catch(() => '');
    if (sockets.has(target)) return true;
  }
  return false;
}

/** Program and process id of whoever listens on the port, as far as this user may see it. */
export async function portOwner(port: number): Promise<string | undefined> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map(file =>
      readFile(file, 'utf8').catch(() => ''),
    ),
  );
  const inodes = tables.flatMap(table => listeningInodes(table, port));
  const sockets = new Set(inodes.map(inode => `socket:[${inode}]`));
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    if (await holds(pid, sockets).catch(() => false)) {
      const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '?');
      return `${name.trim()} (process ${pid})`;
    }
  }
  return undefined;
}
