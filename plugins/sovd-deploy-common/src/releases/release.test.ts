import { imageOf, imageSchema, releaseSchema, tagOf } from './release';

const image = {
  repository: 'localhost:15000/sovd/fleet-backend',
  tag: '2.4.1',
  digest: `sha256:${'0a'.repeat(32)}`,
};
const release = {
  name: 'fleet-staging',
  namespace: 'fleet-staging',
  revision: 1,
  chartVersion: '0.1.0',
  commit: 'a'.repeat(40),
  images: [
    { component: 'backend', ...image },
    { component: 'frontend', ...image },
  ],
  deployedAt: '2026-11-21T10:00:00.000Z',
};

describe('imageSchema', () => {
  it.each<[string, string | undefined, boolean]>([
    ['64 hexadecimal digits', image.digest, true],
    ['63 digits', image.digest.slice(0, -1), false],
    ['65 digits', `${image.digest}0`, false],
    ['upper case', `sha256:${'0A'.repeat(32)}`, false],
    ['no algorithm', '0a'.repeat(32), false],
    ['another algorithm', `sha512:${'0a'.repeat(32)}`, false],
    ['text in front of it', `x${image.digest}`, false],
    ['a line break behind it', `${image.digest}\n`, false],
    ['no digest at all', undefined, false],
  ])('judges a digest with %s', (_, digest, expected) => {
    expect(imageSchema.safeParse({ ...image, digest }).success).toBe(expected);
  });
});

it('finds the image of a component, and the tag of all', () => {
  const backend = { component: 'backend' as const, ...image };
  expect(imageOf([backend], 'backend')).toBe(backend);
  expect(imageOf([backend], 'frontend')).toBeUndefined();
  expect(tagOf([backend])).toBe('2.4.1');
  expect(tagOf([])).toBe('');
});

describe('releaseSchema', () => {
  it('takes a release as it is', () => {
    expect(releaseSchema.parse(release)).toEqual(release);
  });

  it.each([
    { revision: 0 },
    { revision: 1.5 },
    { revision: '1' },
    { deployedAt: '2026-11-21 10:00' },
    { deployedAt: '2026-11-21T10:00:00+01:00' },
    { images: [{ component: 'backend', ...image, digest: 'latest' }] },
    { images: [] },
    { images: [{ component: 'frontend', ...image }] },
    { images: [release.images[0], release.images[0]] },
    { images: [{ component: 'proxy', ...image }] },
    { images: undefined, image },
    { commit: undefined },
  ])('refuses %j', wrong => {
    expect(releaseSchema.safeParse({ ...release, ...wrong }).success).toBe(
      false,
    );
  });
});
