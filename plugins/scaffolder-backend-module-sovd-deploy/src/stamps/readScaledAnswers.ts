import { isError } from '@backstage/errors';
import { environmentName, parseAnswers } from '@sovd/plugin-sovd-deploy-common';
import type { Target } from '@sovd/plugin-sovd-deploy-common';
import type { Initiator, SovdDeployConnection } from '../SovdDeployConnection';

/** What a change of the portal writes into a repository after it was stamped. */
const scalable = ['backendMin', 'backendMax', 'backendReplicas'] as const;

/**
 * The answers that an environment was stamped with, and the pods that it was scaled to
 * since. The stamp doesn't know of them: without this, who takes the newer file in a
 * conflict would scale the environment back by its next release.
 *
 * @param recorded - answers of the record, in the form of any version
 */
export async function readScaledAnswers(
  connection: SovdDeployConnection,
  initiator: Initiator,
  recorded: Record<string, unknown>,
  targets: readonly Target[],
): Promise<Record<string, unknown>> {
  const { answers } = parseAnswers(recorded, targets);
  if (!answers) return recorded;
  const key = { namespace: 'default', name: environmentName(answers) };
  try {
    const { environment } = await connection.ask(initiator, (api, options) =>
      api.getOverview(key, options),
    );
    const scaled = scalable
      .filter(question => question in recorded)
      .map(question => [question, environment.answers[question]]);
    return { ...recorded, ...Object.fromEntries(scaled) };
  } catch (error) {
    // stamped, but never registered: nothing of it runs
    if (isError(error) && error.name === 'NotFoundError') return recorded;
    throw error;
  }
}
