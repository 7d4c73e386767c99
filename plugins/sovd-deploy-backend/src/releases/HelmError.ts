import { CustomErrorBase } from '@backstage/errors';

/** Helm ended without success; the message has Helm's own words. */
export class HelmError extends CustomErrorBase {
  /** Whether Helm says that there is no such release. */
  get releaseNotFound(): boolean {
    return /release: not found/.test(this.message);
  }
}
