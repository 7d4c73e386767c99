import { ReleaseError } from './ReleaseError';

/** Helm ended without success; the message has Helm's own words. */
export class HelmError extends ReleaseError {
  /** Whether Helm says that there is no such release. */
  get releaseNotFound(): boolean {
    return /release: not found/.test(this.message);
  }

  /** The cluster didn't answer; the release itself wasn't judged. */
  override get passing(): boolean {
    return /cluster unreachable|connection refused|connection reset|TLS handshake timeout|no such host/i.test(
      this.message,
    );
  }
}
