import {
  NotAllowedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import { targetSchema } from '@sovd/plugin-sovd-deploy-common';
import { failureOf } from './failure';

async function responseError(status: number, name: string, message: string) {
  const body = {
    error: { name, message },
    request: { method: 'GET', url: '/' },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}

describe('failureOf', () => {
  it.each([
    [404, 'NotFoundError', 'missing'],
    [403, 'NotAllowedError', 'forbidden'],
    [500, 'Error', 'error'],
    [503, 'ServiceUnavailableError', 'error'],
  ])('sorts an answer of %d as %s', async (status, name, kind) => {
    const failure = failureOf(await responseError(status, name, 'so it is'));
    expect(failure).toEqual({
      kind,
      reason: `It answered ${status}: so it is.`,
      status,
      said: 'so it is',
    });
  });

  it('sorts errors by name where there is no answer', () => {
    expect(failureOf(new NotFoundError('x')).kind).toBe('missing');
    expect(failureOf(new NotAllowedError('x')).kind).toBe('forbidden');
  });

  it('says what to do about an answer of another shape', () => {
    const { error } = targetSchema.safeParse({});
    expect(failureOf(error)).toEqual({
      kind: 'error',
      reason: expect.stringContaining('Reload the page'),
    });
  });

  it.each([
    [new TypeError('Failed to fetch'), 'It gave no answer (Failed to fetch).'],
    [new DOMException('x', 'TimeoutError'), 'It gave no answer in time.'],
    ['nonsense', 'It failed without a reason.'],
  ])('has a sentence for %s', (error, reason) => {
    expect(failureOf(error)).toEqual({ kind: 'error', reason });
  });
});
