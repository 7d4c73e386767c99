const throttling = /Throttl|RequestLimitExceeded|TooManyRequests|SlowDown/i;
const network =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;

/**
 * Whether a failed AWS call is worth asking again: throttled, the service's own trouble,
 * or a network that didn't answer. A refusal isn't.
 */
export function isPassing(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, code, $metadata } = error as {
    name?: string;
    code?: string;
    $metadata?: { httpStatusCode?: number };
  };
  const status = $metadata?.httpStatusCode ?? 0;
  return (
    status >= 500 ||
    status === 429 ||
    throttling.test(name ?? '') ||
    name === 'TimeoutError' ||
    network.test(code ?? '')
  );
}
