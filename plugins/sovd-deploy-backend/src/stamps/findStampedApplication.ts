import { ConflictError, NotFoundError } from '@backstage/errors';
import type { EnvironmentRegistry } from '../environments/EnvironmentRegistry';
import type { StampedApplication } from './StampProposer';

/**
 * An application, its environments, and the one repository that they are made from.
 *
 * @throws NotFoundError when the registry has no environment of it
 * @throws ConflictError when its environments are made from several repositories
 */
export async function findStampedApplication(
  registry: Pick<EnvironmentRegistry, 'listOfApplication'>,
  application: string,
): Promise<StampedApplication> {
  const environments = await registry.listOfApplication(application);
  const urls = new Set(environments.map(({ repositoryUrl }) => repositoryUrl));
  const [repositoryUrl] = urls;
  if (!repositoryUrl) {
    throw new NotFoundError(
      `This portal manages no environment of ${application}; create its first one, and look whether the name is right`,
    );
  }
  if (urls.size > 1) {
    throw new ConflictError(
      `Environments of ${application} are made from several repositories: ${[
        ...urls,
      ].join(', ')}; upgrade each by hand`,
    );
  }
  return { application, repositoryUrl, environments };
}
