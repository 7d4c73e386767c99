import { stringifyError, toError } from '@backstage/errors';
import { GitError } from './Git';
import { PushRefusedError } from './PushRefusedError';

/** Somebody else was faster: the same push on top of theirs may succeed. */
const OVERTAKEN =
  /fetch first|non-fast-forward|stale info|cannot lock ref|incorrect old value|reference already exists/;
/**
 * The host's own no, in parentheses behind the branch: "pre-receive hook declined" of Gitea
 * and GitLab, "protected branch hook declined" and "push declined due to repository rule
 * violations" of GitHub. An "internal server error" stands there too, and isn't one.
 */
const REFUSED =
  /\[remote rejected\].*\([^)\n]*(?:declined|protected|prohibited|denied|not allowed)[^)\n]*\)/;

/** Whether a push failed only because somebody else pushed meanwhile. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof GitError && OVERTAKEN.test(error.output);
}

/** What git's refusal of a push means: the branch is protected, or else the error as it is. */
export function toPushError(error: unknown): Error {
  const refused =
    error instanceof GitError &&
    !isOvertaken(error) &&
    REFUSED.test(error.output);
  return refused ? new PushRefusedError(stringifyError(error)) : toError(error);
}
