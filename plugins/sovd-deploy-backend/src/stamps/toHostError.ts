import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import { GitError } from '../environments/Git';
import { BASE_BRANCH } from './StampRepository';

/** What git's refusal means to whoever asked; any other error as it is. */
export function toHostError(error: unknown, url: string): Error {
  if (!(error instanceof GitError)) return toError(error);
  if (/repository '.*' not found/.test(error.output)) {
    return new NotFoundError(
      `There is no repository ${url}; see whether it was renamed or deleted`,
    );
  }
  if (
    /stale info|fetch first|cannot lock ref|reference already exists/.test(
      error.output,
    )
  ) {
    return new ConflictError(
      `Somebody else moved ${BASE_BRANCH} or the proposal's branch of ${url} at the same moment, or a branch is in the way: ${error.message}; run it again`,
    );
  }
  if (/hook declined|protected branch|not allowed/.test(error.output)) {
    return new ConflictError(
      `${url} refuses the branches of a proposal: ${error.message}; let the portal's account push ${BASE_BRANCH} and sovd/*`,
    );
  }
  return new ServiceUnavailableError(
    `The Git host can't be asked about ${url}: ${error.message}; try again`,
  );
}
