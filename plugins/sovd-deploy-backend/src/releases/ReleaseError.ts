import { CustomErrorBase } from '@backstage/errors';

/** A release that didn't come about, in the deployer's own words. */
export class ReleaseError extends CustomErrorBase {
  /** Whether the cause may pass by itself, so that trying again makes sense. */
  get passing(): boolean {
    return false;
  }
}
