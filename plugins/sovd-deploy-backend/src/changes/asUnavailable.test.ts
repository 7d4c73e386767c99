import { ConflictError } from '@backstage/errors';
import { asUnavailable } from './asUnavailable';

const { signal } = new AbortController();

function reading(error: Error, stop = signal) {
  return asUnavailable('The stack', stop, async () => {
    throw error;
  });
}

describe('asUnavailable', () => {
  it('gives what was read', async () => {
    await expect(
      asUnavailable('The stack', signal, async () => 7),
    ).resolves.toBe(7);
  });

  it('says who could not be asked', async () => {
    await expect(reading(new Error('ECONNREFUSED'))).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: "The stack can't be read now: ECONNREFUSED",
    });
  });

  it('lets through what the portal itself has decided', async () => {
    const conflict = new ConflictError('create it first');
    await expect(reading(conflict)).rejects.toBe(conflict);
  });

  it('lets an abort be an abort', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(reading(new Error('cut off'), stopped)).rejects.toThrow(
      'stopped',
    );
  });
});
