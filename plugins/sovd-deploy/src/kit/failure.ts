import { isError } from '@backstage/errors';

/** Why something couldn't be had: it isn't there, one may not, or it went wrong. */
export interface Failure {
  kind: 'missing' | 'forbidden' | 'error';
  /** One sentence for people. */
  reason: string;
  /** HTTP status, when there was an answer. */
  status?: number;
  /** What the answer itself said. */
  said?: string;
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  return 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function saidBy(error: unknown): string | undefined {
  return isError(error) && isError(error.cause)
    ? error.cause.message
    : undefined;
}

function reasonOf(error: unknown, status: number | undefined): string {
  if (!isError(error)) return 'It failed without a reason.';
  if (status !== undefined) {
    const said = saidBy(error);
    return sentence(`It answered ${status}${said ? `: ${said}` : ''}`);
  }
  if (error.name === 'ZodError') {
    return 'Its answer has another shape than this page expects. Reload the page: it may be older than the portal.';
  }
  if (error.name === 'TimeoutError' || error.name === 'AbortError') {
    return 'It gave no answer in time.';
  }
  return sentence(`It gave no answer (${error.message})`);
}

/** Sorts what a request rejected with, by HTTP status or by the name of the error. */
export function failureOf(error: unknown): Failure {
  const status = statusOf(error);
  const name = isError(error) ? error.name : undefined;
  const answer = {
    reason: reasonOf(error, status),
    ...(status !== undefined && { status, said: saidBy(error) }),
  };
  if (status === 404 || name === 'NotFoundError') {
    return { kind: 'missing', ...answer };
  }
  if (status === 403 || name === 'NotAllowedError') {
    return { kind: 'forbidden', ...answer };
  }
  return { kind: 'error', ...answer };
}
