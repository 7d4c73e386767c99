import { ResponseError } from '@backstage/errors';

/**
 * Whether a request may well succeed when it is sent again: the backend restarts, is
 * overloaded, or can't be reached right now.
 */
export function isPassingError(error: unknown): boolean {
  if (error instanceof ResponseError) {
    const { statusCode } = error;
    return statusCode === 429 || (statusCode >= 500 && statusCode !== 501);
  }
  // fetch rejects with a TypeError that carries the network's error as its cause;
  // a TypeError of a programming mistake has none.
  const { name, cause } = (error ?? {}) as Partial<Error>;
  return name === 'TypeError' && cause !== undefined;
}
