import { GitError } from '../environments/Git';
import { toHostError } from './toHostError';

const url = 'http://git/sovd/fleet';

describe('toHostError', () => {
  it.each([
    [
      "fatal: repository 'http://git/sovd/fleet/' not found",
      'NotFoundError',
      /renamed or deleted/,
    ],
    [
      ' ! [rejected] abc -> sovd-template/base (stale info)',
      'ConflictError',
      /run it again/,
    ],
    [
      " ! [remote rejected] (cannot lock ref 'refs/heads/sovd/x')",
      'ConflictError',
      /a branch is in the way/,
    ],
    [
      ' ! [remote rejected] x -> y (pre-receive hook declined)',
      'ConflictError',
      /let the portal's account push/,
    ],
    ['fatal: Failed to connect', 'ServiceUnavailableError', /try again/],
  ])('makes of %j a %s', (output, name, advice) => {
    const error = toHostError(new GitError('push', output), url);
    expect(error.name).toBe(name);
    expect(error.message).toMatch(url);
    expect(error.message).toMatch(advice);
  });

  it('leaves any other error as it is', () => {
    const error = new TypeError('a fault of ours');
    expect(toHostError(error, url)).toBe(error);
  });
});
