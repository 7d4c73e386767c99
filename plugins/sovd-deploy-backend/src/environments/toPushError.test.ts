import { GitError } from './Git';
import { PushRefusedError } from './PushRefusedError';
import { isOvertaken, toPushError } from './toPushError';

const pushed = (words: string) => new GitError('push', words);

describe('toPushError', () => {
  it.each([
    'remote: Not allowed to push to protected branch main\n ! [remote rejected] HEAD -> main (pre-receive hook declined)\nerror: failed to push some refs',
    'remote: error: GH006: Protected branch update failed\n ! [remote rejected] HEAD -> main (protected branch hook declined)',
    'remote: error: GH013: Repository rule violations found\n ! [remote rejected] HEAD -> main (push declined due to repository rule violations)',
    '! [remote rejected] HEAD -> main (deletion prohibited)',
  ])('takes %j for a protected branch', words => {
    const error = toPushError(pushed(words));
    expect(error).toBeInstanceOf(PushRefusedError);
    expect(error.message).toContain('git push failed');
    expect(isOvertaken(pushed(words))).toBe(false);
  });

  it.each([
    ' ! [rejected]        HEAD -> main (fetch first)\nhint: Updates were rejected because the remote contains work',
    ' ! [rejected]        HEAD -> main (non-fast-forward)',
    ' ! [rejected]        HEAD -> sovd/record-staging (stale info)',
    " ! [remote rejected] HEAD -> main (cannot lock ref 'refs/heads/main': is at 1 but expected 2)",
    ' ! [remote rejected] HEAD -> main (incorrect old value provided)',
  ])('takes %j for a race that somebody else has won', words => {
    expect(isOvertaken(pushed(words))).toBe(true);
    expect(toPushError(pushed(words))).not.toBeInstanceOf(PushRefusedError);
  });

  it.each([
    pushed('fatal: unable to access: Failed to connect to localhost'),
    pushed('fatal: Authentication failed'),
    pushed(' ! [remote rejected] HEAD -> main (internal server error)'),
    new Error('no such file'),
  ])('leaves %j as it is', error => {
    expect(toPushError(error)).toBe(error);
    expect(isOvertaken(error)).toBe(false);
  });
});
