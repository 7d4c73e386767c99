import type { LockHolder } from '@sovd/plugin-sovd-deploy-common';

/**
 * Who waits for what, in words: which table the migration waited for, and which sessions
 * were in its way. Moments are in UTC, because whoever reads it may be anywhere.
 *
 * @param holders - as the migration's report names them
 * @returns undefined when nobody is named
 */
export function toLockHolders(
  holders: readonly LockHolder[] | undefined,
): string | undefined {
  if (!holders?.length) return undefined;
  const table = holders.find(({ relation }) => relation)?.relation;
  const sessions = holders.map(sessionOf).join(', ');
  return [
    `It waited for ${table ? `table ${table}` : 'a lock'} and gave up.`,
    holders.length === 1
      ? `${sessions} holds the lock.`
      : `${sessions} are in its way.`,
  ].join(' ');
}

function sessionOf({ pid, application, user, since }: LockHolder): string {
  // pg_blocking_pids gives 0 for a prepared transaction, which has no session
  if (pid === 0) return 'A prepared transaction';
  const known = [
    application ?? user,
    since && `since ${since.slice(0, 16).replace('T', ' ')} UTC`,
  ].filter(Boolean);
  return `Session ${pid}${known.length ? ` (${known.join(', ')})` : ''}`;
}
