import {
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import type { Image } from '@sovd/plugin-sovd-deploy-common';
import type { ImageRegistry } from './ImageRegistry';

/** An index first: a multi-platform image is one index, and its digest names all of it. */
const ACCEPT = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
const TIMEOUT = 10_000;

/** Asks a registry by the OCI distribution protocol, without credentials. */
export class OciImageRegistry implements ImageRegistry {
  async resolve(
    reference: { repository: string; tag: string },
    signal: AbortSignal,
  ): Promise<Image | undefined> {
    const { repository, tag } = reference;
    const { url, host } = manifestUrl(repository, tag);
    const answer = await this.head(url, host, signal);
    if (answer.status === 404) return undefined;
    const what = `${repository}:${tag}`;
    if (answer.status === 401 || answer.status === 403) {
      throw new NotAllowedError(
        `The registry ${host} doesn't let the portal read ${what}; allow anonymous reading of its tags`,
      );
    }
    if (!answer.ok) {
      throw new ServiceUnavailableError(
        `The registry ${host} answered ${answer.status} for ${what}; it is asked again`,
      );
    }
    const digest = answer.headers.get('Docker-Content-Digest') ?? '';
    if (!/^sha256:[0-9a-f]{64}$/.test(digest)) {
      throw new ServiceUnavailableError(
        `The registry ${host} gives no sha256 digest for ${what}, only "${digest}"`,
      );
    }
    return { repository, tag, digest };
  }

  private async head(
    url: string,
    host: string,
    signal: AbortSignal,
  ): Promise<Response> {
    try {
      return await fetch(url, {
        method: 'HEAD',
        headers: { Accept: ACCEPT },
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
      });
    } catch (error) {
      signal.throwIfAborted();
      // fetch itself says only that it failed
      const { cause, message } = toError(error);
      throw new ServiceUnavailableError(
        `The registry ${host} can't be reached: ${
          (cause && toError(cause).message) || message
        }`,
      );
    }
  }
}

/** Registries on this machine speak plain HTTP, as Docker takes it too. */
function manifestUrl(repository: string, tag: string) {
  const [host, ...rest] = repository.split('/');
  const path = rest.join('/');
  if (
    !/^[a-z0-9.-]+(?::\d+)?$/i.test(host) ||
    !/^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(path) ||
    !/^\w[\w.-]{0,127}$/.test(tag)
  ) {
    throw new InputError(
      `${repository}:${tag} isn't an image reference of the form host/path:tag`,
    );
  }
  const local = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host);
  const url = `${
    local ? 'http' : 'https'
  }://${host}/v2/${path}/manifests/${tag}`;
  return { url, host };
}
