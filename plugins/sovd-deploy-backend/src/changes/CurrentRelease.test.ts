import { testImage, testOutputs } from '../__testUtils__/testRepository';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { FakeReleaseRenderer } from '../releases/FakeReleaseRenderer';
import { readCurrentRelease } from './CurrentRelease';

const environment = proposeEnvironment();
const { signal } = new AbortController();
const image = testImage('1.0.0');
const commit = 'c'.repeat(40);
const release = {
  name: environment.releaseName,
  namespace: environment.namespace,
  revision: 3,
  chartVersion: '0.1.0',
  commit,
  images: [image],
  deployedAt: '2026-11-21T10:00:00.000Z',
};
const none = { find: async () => undefined, latest: async () => undefined };

async function running(values = {}) {
  const renderer = new FakeReleaseRenderer();
  const sourceFolder = '/nowhere';
  const content = { environment, sourceFolder, images: [image], values };
  await renderer.run({ ...content, outputs: testOutputs }, 3);
  return renderer;
}

describe('readCurrentRelease', () => {
  const read = async (
    renderer: FakeReleaseRenderer,
    releases: Parameters<typeof readCurrentRelease>[1] = none,
  ) => readCurrentRelease(renderer, releases, environment, signal);

  it('knows image, values and commit of what the portal deployed', async () => {
    const releases = { ...none, find: async () => release };
    expect(await read(await running(), releases)).toMatchObject({
      running: { revision: 3 },
      images: [image],
      commit,
    });
  });

  it('takes the newest record for the same image under another revision', async () => {
    const releases = { ...none, latest: async () => release };
    expect(await read(await running(), releases)).toMatchObject({ commit });
  });

  it('takes no record of another image', async () => {
    const other = { ...image, digest: `sha256:${'9'.repeat(64)}` };
    const releases = {
      ...none,
      latest: async () => ({ ...release, images: [other] }),
    };
    const current = await read(await running(), releases);
    expect(current.commit).toBeUndefined();
  });

  it('refuses where nothing was ever deployed', async () => {
    await expect(read(new FakeReleaseRenderer())).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('create it first'),
    });
  });

  it('refuses a release of somebody else that names no digest', async () => {
    const renderer = new FakeReleaseRenderer();
    const found = await (await running()).readRunning(environment, signal);
    renderer.readRunning = async () =>
      found && { ...found, values: { backend: { image: { tag: 'latest' } } } };
    await expect(read(renderer)).rejects.toThrow('without an image digest');
  });
});
