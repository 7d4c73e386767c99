import { ResponseError } from '@backstage/errors';
import { isPassingError } from './isPassingError';

describe('isPassingError', () => {
  it.each([
    [429, true],
    [500, true],
    [502, true],
    [503, true],
    [501, false],
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [409, false],
  ])('judges status %p as %p', async (status, passing) => {
    const error = await ResponseError.fromResponse(
      new Response('', { status }),
    );
    expect(isPassingError(error)).toBe(passing);
  });

  it("takes the network's errors for passing and programming mistakes not", async () => {
    const refused = await fetch('http://127.0.0.1:1').catch(error => error);
    expect(isPassingError(refused)).toBe(true);
    expect(isPassingError(new TypeError('x is not a function'))).toBe(false);
    expect(isPassingError(undefined)).toBe(false);
  });
});
