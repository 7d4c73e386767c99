import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import type { Environment, Finding } from '@sovd/plugin-sovd-deploy-common';
import type { RenderedRelease } from '../releases/ReleaseRenderer';
import { judgeApplyRefusals } from './judgeApplyRefusals';
import { judgeCapacity } from './judgeCapacity';
import type { PlanSources } from './PlanSources';

/** Both sides of a release, and where it runs. */
interface ClusterSides {
  environment: Environment;
  from: RenderedRelease;
  to: RenderedRelease;
  signal: AbortSignal;
}

/**
 * Asks the cluster what it thinks of a release: whether it takes the objects, and whether
 * there is room for the pods.
 *
 * @throws ServiceUnavailableError when the objects can't be tried out
 */
export async function surveyCluster(
  { capacity, rehearsal }: Pick<PlanSources, 'capacity' | 'rehearsal'>,
  { environment, from, to, signal }: ClusterSides,
): Promise<Finding[]> {
  const [refusals, room] = await Promise.all([
    rehearsal
      .rehearse(environment, to.objects, signal)
      .then(judgeApplyRefusals)
      .catch(error => {
        signal.throwIfAborted();
        throw new ServiceUnavailableError(
          `What would be applied can't be tried out now: ${stringifyError(
            error,
          )}`,
        );
      }),
    capacity
      .read(environment, signal)
      .then(nodes => judgeCapacity(from.objects, to.objects, nodes))
      .catch(error => {
        signal.throwIfAborted();
        return [toUnknownRoom(stringifyError(error))];
      }),
  ]);
  return [...refusals, ...room];
}

/** Room is good to know; not knowing it is no reason to stop. */
function toUnknownRoom(cause: string): Finding {
  return {
    rule: 'capacity-unknown',
    severity: 'info',
    headline: 'Whether there is room for the pods is unknown',
    cause,
    nextSteps: [],
  };
}
