import {
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import type { Image } from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';
import type { ImageRegistry } from './ImageRegistry';
import { OciPlace } from './OciPlace';

/** An index first: a multi-platform image is one index, and its digest names all of it. */
const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
const TIMEOUT = 10_000;
/** Tags asked for at once, and pages that are read: nobody chooses among more. */
const TAGS_AT_ONCE = 100;
const MOST_PAGES = 20;

const tagListSchema = z.object({
  // a registry may say null for a repository without tags
  tags: z
    .array(z.string())
    .nullish()
    .transform(tags => tags ?? []),
});

/** Asks a registry by the OCI distribution protocol, without credentials. */
export class OciImageRegistry implements ImageRegistry {
  async resolve(
    reference: { repository: string; tag: string },
    signal: AbortSignal,
  ): Promise<Image | undefined> {
    const { repository, tag } = reference;
    const place = new OciPlace(repository);
    const what = `${repository}:${tag}`;
    if (!/^\w[\w.-]{0,127}$/.test(tag)) {
      throw new InputError(
        `${what} isn't an image reference of the form host/path:tag`,
      );
    }
    const answer = await this.ask('HEAD', place, `manifests/${tag}`, signal);
    if (!answer) return undefined;
    const digest = answer.headers.get('Docker-Content-Digest') ?? '';
    if (!/^sha256:[0-9a-f]{64}$/.test(digest)) {
      throw new ServiceUnavailableError(
        `The registry ${place.host} gives no sha256 digest for ${what}, only "${digest}"`,
      );
    }
    return { repository, tag, digest };
  }

  async listTags(repository: string, signal: AbortSignal): Promise<string[]> {
    const place = new OciPlace(repository);
    const found = new Set<string>();
    for (let page = 0, last = ''; page < MOST_PAGES; page++) {
      const query = new URLSearchParams({ n: String(TAGS_AT_ONCE) });
      if (last) query.set('last', last);
      const path = `tags/list?${query}`;
      const answer = await this.ask('GET', place, path, signal);
      if (!answer) break;
      const { tags } = tagListSchema.parse(await answer.json());
      for (const tag of tags) found.add(tag);
      last = tags.at(-1) ?? '';
      // a link means that there is more; where it leads follows from the last tag
      if (!last || !answer.headers.has('Link')) break;
    }
    return [...found].sort();
  }

  /** @returns undefined when the registry doesn't know what it is asked for */
  private async ask(
    method: 'GET' | 'HEAD',
    { url, host, repository }: OciPlace,
    path: string,
    signal: AbortSignal,
  ): Promise<Response | undefined> {
    const what = `${repository}/${path}`;
    let answer: Response;
    try {
      answer = await fetch(`${url}/${path}`, {
        method,
        headers: { Accept: method === 'HEAD' ? MANIFESTS : 'application/json' },
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
    if (answer.status === 404) return undefined;
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
    return answer;
  }
}
