import { CustomErrorBase } from '@backstage/errors';

/** Somebody stopped a change; its running step ends at once, and what it began is taken back. */
export class ChangeAbortedError extends CustomErrorBase {
  constructor(changeId: string) {
    super(`Change ${changeId} was stopped`);
  }
}
