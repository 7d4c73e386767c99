import { execFileSync } from 'node:child_process';

/** The traditional user without rights (`nobody`). */
export const nobody = 65534;

export type UnprivilegedWay = 'as is' | 'user namespace' | 'changed user';

const namespaceArgs = [
  '--user',
  `--map-user=${nobody}`,
  `--map-group=${nobody}`,
  '--',
];

function hasUserNamespaces(): boolean {
  try {
    execFileSync('unshare', [...namespaceArgs, 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

// Keeps the right to pass folders that only root may enter (such as /root),
// which the program and its data may lie in; it has no other right of root's.
const changedUserArgs = [
  `--reuid=${nobody}`,
  `--regid=${nobody}`,
  '--clear-groups',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
  '--',
];

let known: UnprivilegedWay | undefined;

/**
 * How a program that refuses root is run here.
 *
 * In a user namespace it sees a plain user while its files stay root's, so it works in
 * folders that only root may enter. Some container engines forbid those: then the user
 * is really changed, and the data must be given to `nobody` beforehand.
 */
export function unprivilegedWay(): UnprivilegedWay {
  if (process.getuid?.() !== 0) return 'as is';
  known ??= hasUserNamespaces() ? 'user namespace' : 'changed user';
  return known;
}

/** The same program, without root's rights; it keeps its process id. */
export function unprivileged(
  program: string,
  args: readonly string[],
  way: UnprivilegedWay = unprivilegedWay(),
): { program: string; args: string[] } {
  switch (way) {
    case 'user namespace':
      return { program: 'unshare', args: [...namespaceArgs, program, ...args] };
    case 'changed user':
      return {
        program: 'setpriv',
        args: [...changedUserArgs, program, ...args],
      };
    default:
      return { program, args: [...args] };
  }
}
