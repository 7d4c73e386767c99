import { FakeImageRegistry } from '../releases/FakeImageRegistry';
import { commitOf, resolveVersion } from './resolveVersion';

const repository = 'registry.example/sovd/fleet-backend';
const frontend = 'registry.example/sovd/fleet-frontend';
const repositories = [
  { component: 'backend', repository },
  { component: 'frontend', repository: frontend },
  { component: 'vehicle-connector', repository },
] as const;
const commit = 'c'.repeat(40);
const digest = `sha256:${'d'.repeat(64)}`;
const other = `sha256:${'f'.repeat(64)}`;
const refs = { head: commit, tags: new Map([['v1.0.0', commit]]) };
const { signal } = new AbortController();

describe('resolveVersion', () => {
  const images = new FakeImageRegistry();
  const tags = ['v1.0.0', 'nightly', `sha-${commit}`];
  for (const tag of tags) {
    const own = tag === 'v1.0.0' ? digest : `sha256:${'e'.repeat(64)}`;
    images.push({ repository, tag, digest: own });
    images.push({ repository: frontend, tag, digest: other });
  }
  const resolve = (wanted: string) =>
    resolveVersion(images, { repositories, wanted }, refs, signal);

  it('takes the commit of the Git tag of the same name', async () => {
    expect(await resolve('v1.0.0')).toEqual({
      images: [
        { component: 'backend', repository, tag: 'v1.0.0', digest },
        {
          component: 'frontend',
          repository: frontend,
          tag: 'v1.0.0',
          digest: other,
        },
        { component: 'vehicle-connector', repository, tag: 'v1.0.0', digest },
      ],
      commit,
      version: 'v1.0.0',
    });
  });

  it('takes the commit that a tag names by itself', async () => {
    expect(await resolve(`sha-${commit}`)).toMatchObject({
      commit,
      version: 'sha-ccccccc',
    });
  });

  it('finds a digest among the tags', async () => {
    expect(await resolve(digest)).toMatchObject({ version: 'v1.0.0', commit });
  });

  it.each(['v9.9.9', `sha256:${'9'.repeat(64)}`])(
    'refuses %s, which the registry has not got, naming it and what to do',
    async wanted => {
      const finding = await resolve(wanted);
      expect(finding).toMatchObject({
        rule: 'version-unknown',
        severity: 'blocker',
        headline: expect.stringContaining(`There is no image ${wanted} of`),
        cause: expect.stringContaining(repository),
      });
      expect(finding).toMatchObject({
        nextSteps: [{ label: expect.stringContaining('Choose') }],
      });
    },
  );

  it('names the component whose image is missing', async () => {
    images.push({ repository, tag: 'v2.0.0', digest });
    expect(await resolve('v2.0.0')).toMatchObject({
      rule: 'version-unknown',
      headline: 'There is no image v2.0.0 of frontend',
      cause: expect.stringContaining(frontend),
    });
  });

  it('refuses an image whose source nobody knows', async () => {
    expect(await resolve('nightly')).toMatchObject({
      rule: 'version-without-source',
      severity: 'blocker',
      cause: expect.stringContaining('no Git tag nightly'),
    });
  });
});

it('takes no short hash for a commit', () => {
  expect(commitOf('sha-ccccccc', refs.tags)).toBeUndefined();
});
