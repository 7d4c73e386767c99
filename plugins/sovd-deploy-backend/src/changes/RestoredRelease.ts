import { stringifyError } from '@backstage/errors';
import type { Release } from '@sovd/plugin-sovd-deploy-common';
import type { SourceRepository } from '../environments/SourceRepository';
import type { ReleaseDeployer } from '../releases/ReleaseDeployer';
import type { ReleaseStore } from '../releases/ReleaseStore';
import type { StageContext } from './StageRunner';
import { toReleaseRecord } from './toRecordFiles';

/** What the record is made with. */
export interface RestoredReleaseOptions {
  deployer: Pick<ReleaseDeployer, 'read'>;
  releases: ReleaseStore;
  sources: Pick<SourceRepository, 'commit'>;
}

type Place = Pick<StageContext, 'change' | 'environment' | 'tell' | 'signal'>;

/**
 * Writes down what runs after a release was taken back. Helm makes a new revision of it,
 * so that without this the portal and Git would name one that is over.
 */
export class RestoredRelease {
  constructor(private readonly options: RestoredReleaseOptions) {}

  /** @returns what runs now; undefined when nothing does, or nothing that the portal knows */
  async record(place: Place): Promise<Release | undefined> {
    const { environment, signal } = place;
    const { deployer, releases } = this.options;
    const deployed = await deployer.read(environment, signal);
    if (!deployed) {
      await releases.forget(environment.id);
      return undefined;
    }
    const { chartVersion, description, revision, status, updatedAt } = deployed;
    if (status !== 'deployed') return undefined;
    let release = await releases.find(environment, revision);
    if (!release) {
      const former = await releases.find(environment, formerOf(description));
      if (!former) return undefined;
      const deployedAt = new Date(updatedAt).toISOString();
      release = { ...former, chartVersion, revision, deployedAt };
      await releases.record(environment.id, release);
    }
    await this.commit(place, release);
    return release;
  }

  /** The release runs, whatever the repository says to that. */
  private async commit(place: Place, release: Release): Promise<void> {
    const { change, environment, signal, tell } = place;
    try {
      await this.options.sources.commit(
        environment,
        toReleaseRecord(environment, release),
        `Record revision ${release.revision} of ${environment.name}\n\nChange: ${change.id}`,
      );
    } catch (error) {
      signal.throwIfAborted();
      tell(`The repository refused the record: ${stringifyError(error)}`);
    }
  }
}

/** Helm says of a revision which one it repeats. */
function formerOf(description: string): number {
  return Number(/^Rollback to (\d+)$/.exec(description)?.[1] ?? 0);
}
