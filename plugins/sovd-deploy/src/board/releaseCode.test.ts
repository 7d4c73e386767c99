import {
  failedOverview,
  healthyOverview,
  release,
  valuePart,
} from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import { isSameCode, knownRelease } from './releaseCode';

const [image] = release.images;
const other = { ...image, digest: `sha256:${'9e'.repeat(32)}` };

describe('isSameCode', () => {
  it.each([
    [release.images, true],
    [[{ ...image, tag: 'latest' }], true],
    [[other], false],
    // What only one of them has can't differ.
    [[{ ...other, component: 'vehicle-connector' as const }], true],
  ])('case %#', (images, same) => {
    const one = { ...release, images: [image] };
    expect(isSameCode(one, { ...release, images })).toBe(same);
  });
});

describe('knownRelease', () => {
  it('is what is known now', () => {
    expect(knownRelease(valuePart(healthyOverview, 'Kubernetes'))).toEqual(
      release,
    );
    expect(knownRelease(stalePart(healthyOverview))).toBeUndefined();
    expect(knownRelease(noValue.Loading)).toBeUndefined();
    const { release: absent } = failedOverview;
    const undeployed = { ...healthyOverview, release: absent };
    expect(knownRelease(valuePart(undeployed, 'Kubernetes'))).toBeUndefined();
  });
});
