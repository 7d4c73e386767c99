import { KubernetesApiError, toKubernetesApiError } from './KubernetesApiError';

describe('toKubernetesApiError', () => {
  const words = (body: string, status = 500) => {
    const { message, reason } = toKubernetesApiError('demo', status, body);
    return { message, reason };
  };

  it("gives Kubernetes' own words, reason and status", () => {
    const body = JSON.stringify({
      kind: 'Status',
      message: 'namespaces "fleet" not found',
      reason: 'NotFound',
    });
    const error = toKubernetesApiError('demo', 404, body);
    expect(error).toBeInstanceOf(KubernetesApiError);
    expect(error).toMatchObject({
      name: 'KubernetesApiError',
      message: 'The cluster demo answered: namespaces "fleet" not found',
      status: 404,
      reason: 'NotFound',
    });
  });

  it.each([
    [
      'a page of a proxy',
      ' <html>Bad gateway</html>\n',
      '<html>Bad gateway</html>',
    ],
    ['nothing', '', 'HTTP 500'],
    ['blanks', ' \n', 'HTTP 500'],
    ['JSON without words', '{"kind":"Status"}', '{"kind":"Status"}'],
    ['JSON that is no object', 'null', 'null'],
  ])('makes do with %s', (_, body, expected) => {
    expect(words(body)).toEqual({
      message: `The cluster demo answered: ${expected}`,
      reason: 'HTTP500',
    });
  });

  it('cuts a long page', () => {
    expect(words('x'.repeat(10_000)).message).toBe(
      `The cluster demo answered: ${'x'.repeat(200)}`,
    );
  });
});

describe('KubernetesApiError', () => {
  it('has no status when there was no answer', () => {
    const error = new KubernetesApiError('refused', { reason: 'Unreachable' });
    expect(error.status).toBe(0);
  });
});
