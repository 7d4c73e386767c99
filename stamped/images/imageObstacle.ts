import { execFileSync } from 'node:child_process';
import { ownNamespaces } from './ownNamespaces.ts';

/**
 * Why this machine can neither build nor run an image without Docker; undefined where it
 * can. It is about rights, not about programs: a missing program is an error.
 */
export function imageObstacle(): string | undefined {
  const byHand = 'run `make build-images` with Docker in a stamped repository';
  if (process.getuid?.() !== 0) {
    return `only root can build images without Docker: ${byHand}`;
  }
  const mount = ['mount', '-t', 'tmpfs', 'tmpfs', '/mnt'];
  try {
    execFileSync('unshare', [...ownNamespaces, '--fork', '--', ...mount], {
      stdio: 'pipe',
    });
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    return `this machine lets nobody make namespaces: ${byHand}`;
  }
}
