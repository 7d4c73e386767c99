import { upgradePlan } from '../__testUtils__/plans';
import { toImagesSection } from './toImagesSection';

const [image] = upgradePlan.images;
const pushedAgain = {
  ...image,
  from: { ...image.to, digest: `sha256:${'9e'.repeat(32)}` },
};

describe('toImagesSection', () => {
  it.each([
    [[], 'none', 'Every image stays as it is.'],
    [[image], 'quiet', 'Backend becomes 2.5.0, now sha-1f0c2ab.'],
    [[{ ...image, from: undefined }], 'quiet', 'Backend is new, with 2.5.0.'],
    [
      [pushedAgain],
      'look',
      'Backend becomes 2.5.0, now 2.5.0. 2.5.0 was pushed again: its tag is the same, its code is not.',
    ],
  ])('case %#', (images, level, sentence) => {
    expect(toImagesSection({ images })).toMatchObject({ level, sentence });
  });

  it('shows tag and digest of both sides', () => {
    expect(toImagesSection({ images: [image] }).rows[0].fields).toEqual([
      { path: 'tag', before: image.from?.tag, after: '2.5.0' },
      { path: 'digest', before: '1f0c 2ab9 4e7d', after: 'a81f 3c2d 4e5f' },
    ]);
  });
});
