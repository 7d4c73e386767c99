/** Media type of what this registry answers; see the OCI image specification 1.1. */
export const manifestMediaType = 'application/vnd.oci.image.manifest.v1+json';

/** The empty descriptor of the OCI image specification: the two bytes `{}`. */
const empty = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  digest:
    'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
  size: 2,
  data: 'e30=',
};

/**
 * The manifest of the image that a commit stands for: valid, without content, and naming its commit.
 *
 * Its digest is the commit's (`digestOf`), not the hash of this text: nobody here stores layers that could be verified.
 */
export function imageManifest(commit: string): string {
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestMediaType,
    config: empty,
    layers: [empty],
    annotations: { 'org.opencontainers.image.revision': commit },
  });
}
