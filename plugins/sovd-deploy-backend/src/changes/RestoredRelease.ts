import type { Release, StackOutputs } from '@sovd/plugin-sovd-deploy-common';
import type { ReleaseDeployer } from '../releases/ReleaseDeployer';
import type { ReleaseStore } from '../releases/ReleaseStore';
import type { ReleaseRecord } from './ReleaseRecord';
import { resultOf } from './stageResults';
import type { StageContext } from './StageRunner';

/** What the record is made with. */
export interface RestoredReleaseOptions {
  deployer: Pick<ReleaseDeployer, 'read'>;
  releases: Pick<ReleaseStore, 'find'>;
  record: Pick<ReleaseRecord, 'write'>;
}

/**
 * Writes down what runs after a change went wrong. Helm makes a new revision of what was
 * taken back, so that without this the portal and Git would name one that is over.
 */
export class RestoredRelease {
  constructor(private readonly options: RestoredReleaseOptions) {}

  /** @returns what runs now; undefined when nothing does, or nothing that the portal knows */
  async record(context: StageContext): Promise<Release | undefined> {
    const release = await this.findRunning(context);
    const outputs = outputsOf(context);
    // the release runs, whatever the repository says to that
    await this.options.record.write(context, { release, outputs });
    return release;
  }

  private async findRunning({
    environment,
    signal,
    write,
  }: StageContext): Promise<Release | undefined> {
    const { deployer, releases } = this.options;
    const deployed = await deployer.read(environment, signal);
    if (!deployed) {
      await write(stores => stores.releases.forget(environment.id));
      return undefined;
    }
    const { chartVersion, description, revision, status, updatedAt } = deployed;
    if (status !== 'deployed') return undefined;
    const known = await releases.find(environment, revision);
    if (known) return known;
    const former = await releases.find(environment, formerOf(description));
    if (!former) return undefined;
    const deployedAt = new Date(updatedAt).toISOString();
    const release = { ...former, chartVersion, revision, deployedAt };
    await write(stores => stores.releases.record(environment.id, release));
    return release;
  }
}

/** The stack isn't taken back with the release, so that Git has to know what it gives. */
function outputsOf(context: StageContext): StackOutputs | undefined {
  return context.results.stack && resultOf(context, 'stack').outputs;
}

/** Helm says of a revision which one it repeats. */
function formerOf(description: string): number {
  return Number(/^Rollback to (\d+)$/.exec(description)?.[1] ?? 0);
}
