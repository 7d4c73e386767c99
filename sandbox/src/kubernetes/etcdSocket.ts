import { createHash } from 'node:crypto';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import type { Settings } from '../settings.ts';

/** sockaddr_un holds 108 bytes with the closing zero, see unix(7). */
const MAX_SOCKET_PATH = 107;

/** The folder of etcd's sockets: in the state, or a short one where the checkout lies too deep for a socket's path. */
export function etcdSocketFolder(
  settings: Settings,
  temporary: string = tmpdir(),
): string {
  const near = path.join(settings.state, 'kubernetes');
  const longest = Buffer.byteLength(path.join(near, 'client.sock'));
  if (longest <= MAX_SOCKET_PATH) return near;
  const hash = createHash('sha256').update(settings.state).digest('hex');
  const { uid } = userInfo();
  return path.join(temporary, `sovd-sandbox-${uid}-${hash.slice(0, 10)}`);
}

export function etcdSockets(settings: Settings) {
  const folder = etcdSocketFolder(settings);
  return {
    client: path.join(folder, 'client.sock'),
    peer: path.join(folder, 'peer.sock'),
  };
}

/** Only this user may enter the folder: whoever reaches the socket has all of the cluster. */
export async function prepareEtcdSocketFolder(
  settings: Settings,
): Promise<void> {
  const folder = etcdSocketFolder(settings);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stat = await lstat(folder);
  const safe = stat.isDirectory() && stat.uid === userInfo().uid;
  if (!safe) throw new Error(`${folder} is another user's: remove it`);
}

/** Removes what a killed etcd left behind; never while etcd runs, which would go on without a door. */
export async function removeEtcdSockets(settings: Settings): Promise<void> {
  const { client, peer } = etcdSockets(settings);
  await Promise.all([rm(client, { force: true }), rm(peer, { force: true })]);
}
