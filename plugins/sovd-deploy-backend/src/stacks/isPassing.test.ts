import { isPassing } from './isPassing';

const answer = (name: string, httpStatusCode?: number) =>
  Object.assign(new Error('x'), { name, $metadata: { httpStatusCode } });

describe('isPassing', () => {
  it.each([
    ['throttling', answer('ThrottlingException', 400)],
    ['older throttling', answer('Throttling', 400)],
    ['an outage', answer('ServiceUnavailable', 503)],
    ['an internal failure', answer('InternalFailure', 500)],
    ['too many requests', answer('Whatever', 429)],
    ['a timeout', answer('TimeoutError')],
    ['no connection', Object.assign(new Error(), { code: 'ECONNREFUSED' })],
  ])('asks again after %s', (_, error) => {
    expect(isPassing(error)).toBe(true);
  });

  it.each([
    ['a refusal', answer('AccessDenied', 403)],
    ['wrong input', answer('ValidationError', 400)],
    ['a fault of our own', new TypeError('x')],
    ['nothing', undefined],
  ])('gives up after %s', (_, error) => {
    expect(isPassing(error)).toBe(false);
  });
});
