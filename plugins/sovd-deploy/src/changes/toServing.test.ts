import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import {
  failedOverview,
  failedRollout,
  healthyOverview,
  partsMissingOverview,
  rollout,
  valuePart,
} from '../__testUtils__/overviews';
import { toServing } from './toServing';

describe('toServing', () => {
  it.each<[string, EnvironmentOverview, string]>([
    [
      'healthy',
      healthyOverview,
      'sha-1f0c2ab runs as revision 1: 3 of 3 pods ready.',
    ],
    ['nothing', failedOverview, 'Nothing runs here yet.'],
    [
      'unknown',
      partsMissingOverview,
      "What runs now isn't known: The cluster sandbox closed the connection (timeout after 10 s).",
    ],
    [
      'both',
      { ...healthyOverview, rollout: valuePart(failedRollout, 'Kubernetes') },
      'sha-1f0c2ab still serves beside 2.5.0: 26 of 27 pods ready.',
    ],
    [
      'old',
      {
        ...healthyOverview,
        rollout: valuePart(rollout, 'Kubernetes', 900, 'Silent since 03:05.'),
      },
      'sha-1f0c2ab runs as revision 1: 3 of 3 pods ready. That is old. Silent since 03:05.',
    ],
    [
      'forbidden',
      {
        ...healthyOverview,
        rollout: {
          state: 'forbidden' as const,
          permission: 'sovd.environment.read',
          askWhom: 'workshop, the owner,',
        },
      },
      'You may not see what runs now.',
    ],
  ])('%s', (_, overview, sentence) => {
    expect(toServing(overview)).toBe(sentence);
  });
});
