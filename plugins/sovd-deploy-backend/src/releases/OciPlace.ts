import { InputError } from '@backstage/errors';

/** Where a registry answers for one repository. */
export class OciPlace {
  readonly host: string;
  readonly url: string;

  /** @throws InputError when it isn't of the form host/path */
  constructor(readonly repository: string) {
    const [host, ...rest] = repository.split('/');
    const path = rest.join('/');
    if (
      !/^[a-z0-9.-]+(?::\d+)?$/i.test(host) ||
      !/^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(path)
    ) {
      throw new InputError(
        `${repository} isn't an image reference of the form host/path:tag`,
      );
    }
    this.host = host;
    // registries on this machine speak plain HTTP, as Docker takes it too
    const local = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host);
    this.url = `${local ? 'http' : 'https'}://${host}/v2/${path}`;
  }
}
