import { CustomErrorBase } from '@backstage/errors';

/** Somebody else took a change over; whoever gets this stops working on it at once. */
export class LeaseLostError extends CustomErrorBase {
  constructor(changeId: string, epoch: number) {
    super(`The lease of change ${changeId} with epoch ${epoch} is lost`);
  }
}
