import { imageOf } from '@sovd/plugin-sovd-deploy-common';
import type {
  EnvironmentOverview,
  Release,
} from '@sovd/plugin-sovd-deploy-common';
import type { ShownPart } from '../kit/ShownPart';
import { knownValue } from './knownValue';

/** The release that an environment runs, where that is known for sure. */
export function knownRelease(
  part: ShownPart<EnvironmentOverview>,
): Release | undefined {
  const overview = knownValue(part);
  return overview && knownValue(overview.release);
}

/** Whether two releases run the same code: the same digest for each component that both have. */
export function isSameCode(one: Release, other: Release): boolean {
  return one.images.every(({ component, digest }) => {
    const counterpart = imageOf(other.images, component);
    return !counterpart || counterpart.digest === digest;
  });
}
