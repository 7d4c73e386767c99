import { ServiceUnavailableError, toError } from '@backstage/errors';

/** What the portal itself has decided, in words of its own. */
const decided = new Set([
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ServiceUnavailableError',
]);

/**
 * Reads something that others hold. When they can't be asked the caller hears who it is,
 * and that trying again makes sense.
 *
 * @throws ServiceUnavailableError
 */
export async function asUnavailable<T>(
  what: string,
  signal: AbortSignal,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    signal.throwIfAborted();
    const { message, name } = toError(error);
    if (decided.has(name)) throw error;
    throw new ServiceUnavailableError(
      `${what} can't be read now: ${message || name}`,
    );
  }
}
