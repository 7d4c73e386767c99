import { ReleaseError } from './ReleaseError';

/** Helm ended without success; the message has Helm's own words. */
export class HelmError extends ReleaseError {
  /** Whether Helm says that there is no such release. */
  get releaseNotFound(): boolean {
    return /release: not found/.test(this.message);
  }

  /** Helm couldn't reach the cluster, so it said nothing about the release. */
  override get passing(): boolean {
    return /cluster unreachable|connection refused|TLS handshake timeout|etcdserver: (?:leader changed|request timed out)/.test(
      this.message,
    );
  }
}
