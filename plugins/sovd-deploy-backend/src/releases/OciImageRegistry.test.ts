import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { FakeImageRegistry } from './FakeImageRegistry';
import { imageRegistryContract } from '../__testUtils__/imageRegistryContract';
import { OciImageRegistry } from './OciImageRegistry';

const digest = `sha256:${'ab'.repeat(32)}`;
const { signal } = new AbortController();

describe('OciImageRegistry', () => {
  const manifests = new Map<string, string>();
  const tags = new Map<string, { tags: string[] | null; more?: boolean }>();
  const asked: { method?: string; accept?: string }[] = [];
  let answerWith = 0;
  let server: Server;
  let host: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push({ method: request.method, accept: request.headers.accept });
      const known = manifests.get(request.url ?? '');
      const list = tags.get(request.url ?? '');
      response.statusCode = answerWith || (known || list ? 200 : 404);
      if (known) response.setHeader('Docker-Content-Digest', known);
      if (list?.more) response.setHeader('Link', '</v2/x>; rel="next"');
      response.end(list && JSON.stringify(list));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    answerWith = 0;
  });
  afterAll(() => server.close());

  imageRegistryContract(async () => {
    const image = {
      repository: `${host}/sovd/fleet-backend`,
      tag: '1.0',
      digest,
    };
    manifests.set('/v2/sovd/fleet-backend/manifests/1.0', digest);
    tags.set('/v2/sovd/fleet-backend/tags/list?n=100', { tags: ['1.0'] });
    return { registry: new OciImageRegistry(), image };
  });

  it('reads tags page by page, and takes null for none', async () => {
    const list = '/v2/sovd/many/tags/list?n=100';
    tags.set(list, { tags: ['a', 'c'], more: true });
    tags.set(`${list}&last=c`, { tags: ['d', 'b'], more: true });
    tags.set(`${list}&last=b`, { tags: null });
    expect(
      await new OciImageRegistry().listTags(`${host}/sovd/many`, signal),
    ).toEqual(['a', 'b', 'c', 'd']);
  });

  it('asks for an index before a manifest, and for no content', () => {
    expect(asked[0].method).toBe('HEAD');
    expect(asked[0].accept).toMatch(/^application\/vnd\.oci\.image\.index/);
  });

  it.each([
    [401, 'NotAllowedError', /doesn't let the portal read/],
    [500, 'ServiceUnavailableError', /answered 500/],
  ])('gives %d as %s', async (status, name, message) => {
    answerWith = status;
    const asking = new OciImageRegistry().resolve(
      { repository: `${host}/sovd/fleet-backend`, tag: '1.0' },
      signal,
    );
    await expect(asking).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
  });

  it('says which registry is away', async () => {
    await expect(
      new OciImageRegistry().resolve(
        { repository: 'localhost:1/a/b', tag: '1' },
        signal,
      ),
    ).rejects.toThrow(/^The registry localhost:1 can't be reached: ./);
  });

  it('refuses a tag that is a path', async () => {
    await expect(
      new OciImageRegistry().resolve(
        { repository: `${host}/sovd/a`, tag: '../list' },
        signal,
      ),
    ).rejects.toThrow("isn't an image reference");
  });

  it.each(['no-host', 'host:1/../../etc', 'host/a?x=1', 'user@host/a'])(
    'refuses the repository %p',
    async repository => {
      await expect(
        new OciImageRegistry().resolve({ repository, tag: '1' }, signal),
      ).rejects.toThrow("isn't an image reference");
    },
  );
});

describe('FakeImageRegistry', () => {
  imageRegistryContract(async () => {
    const registry = new FakeImageRegistry();
    const image = { repository: 'localhost:1/sovd/a', tag: '1.0', digest };
    registry.push(image);
    return { registry, image };
  });
});
