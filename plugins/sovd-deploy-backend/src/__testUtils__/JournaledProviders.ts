import type { JsonObject } from '@backstage/types';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { ReconcilerParts } from '../createReconciler';
import type {
  Observation,
  ObservedEnvironment,
} from '../overview/ClusterObserver';
import {
  descriptionOf,
  type DeployedRelease,
  type ReleaseDeployer,
} from '../releases/ReleaseDeployer';
import type {
  StackProgress,
  StackProvisioner,
} from '../stacks/StackProvisioner';
import type { Journal, JournalEntry } from './Journal';
import { TestProviders } from './TestProviders';
import { testTarget } from './testTarget';

type WorldParts = ReconcilerParts['providers'];

/** Where the application `fleet` of {@link JournaledProviders} stands. */
export const fleetUrl = `${testTarget.gitBaseUrl}/sovd/fleet`;

/**
 * A world whose state is a {@link Journal}, so that it goes on while backends come and go:
 * every effect passes a moment before it and a moment after it in which it can be killed.
 */
export class JournaledProviders implements WorldParts {
  private readonly world = new TestProviders();
  readonly images = this.world.images;
  readonly pullRequests = this.world.pullRequests;
  readonly bootstrapper: WorldParts['bootstrapper'];
  readonly deployer: ReleaseDeployer;
  readonly observer: WorldParts['observer'];
  readonly provisioners: readonly StackProvisioner[];
  readonly sources: WorldParts['sources'];
  /** Commit of the stamped repository; the same in every process. */
  readonly commit: string;

  constructor(private readonly journal: Journal) {
    this.commit = this.world.stamp(fleetUrl, 'fleet');
    for (const { files } of journal.of('commit')) {
      this.world.sources.push(fleetUrl, files as Record<string, string>);
    }
    this.sources = this.journaledSources();
    this.provisioners = [this.journaledStack()];
    this.bootstrapper = {
      bootstrap: async ({ namespace }) => {
        await this.effect('bootstrap', { namespace });
        return { waitingFor: [] };
      },
    };
    this.deployer = this.journaledDeployer();
    this.observer = {
      observe: place => this.observe(place.releaseName),
      onChange: () => {},
    };
  }

  /** Something happens to the world, once. */
  private async effect(event: string, details: JsonObject) {
    await this.journal.pass(`before ${event}`);
    this.journal.write(event, details);
    await this.journal.pass(`after ${event}`);
  }

  private journaledSources(): WorldParts['sources'] {
    const { sources } = this.world;
    const commit = sources.commit.bind(sources);
    sources.commit = async (environment: Environment, files) => {
      await this.journal.pass('before commit');
      const made = await commit(environment, files);
      if (made) this.journal.write('commit', { files });
      await this.journal.pass('after commit');
      return made;
    };
    return sources;
  }

  private journaledStack(): StackProvisioner {
    const { stacks } = this.world;
    const outputs = { databaseHost: 'db.example' };
    stacks.advance = async ({ changeId }): Promise<StackProgress> => {
      const made = this.journal
        .of('stack')
        .some(entry => entry.changeId === changeId);
      if (made) return { state: 'succeeded', summary: 'Made', outputs };
      await this.effect('stack', { changeId });
      return { state: 'waiting', summary: 'It is made', checkpoint: {} };
    };
    stacks.read = async ({ accountId, region, stackName }) => ({
      engine: 'cloudformation',
      name: stackName,
      phase: 'ready',
      providerStatus: 'CREATE_COMPLETE',
      region,
      accountId,
      resourceCount: 1,
      outputs,
    });
    return stacks;
  }

  private journaledDeployer(): ReleaseDeployer {
    const newest = (name: string) => this.history(name)[0];
    return {
      read: async ({ releaseName }) => newest(releaseName),
      deploy: async ({ changeId, environment, images }) => {
        const { releaseName: release } = environment;
        const description = descriptionOf(changeId);
        if (newest(release)?.description !== description) {
          const revision = (newest(release)?.revision ?? 0) + 1;
          const [{ digest }] = images;
          const done = { release, revision, description, digest };
          await this.effect('release', done);
        }
        return newest(release);
      },
      takeBack: async ({ releaseName: release }, changeId) => {
        const ours = descriptionOf(changeId);
        const good = this.releasesOf(release).find(
          ({ description }) => description !== ours,
        );
        if (newest(release)?.description === ours && good) {
          await this.effect('release', {
            ...good,
            revision: newest(release).revision + 1,
            description: `Rollback to ${good.revision}`,
          });
        }
        return newest(release);
      },
    };
  }

  private history(name: string): DeployedRelease[] {
    return this.releasesOf(name).map(({ revision, description }) => ({
      revision: Number(revision),
      status: 'deployed',
      chartVersion: '0.1.0',
      description: String(description),
      updatedAt: '2026-11-21T10:00:00.000Z',
    }));
  }

  /** Newest first. */
  private releasesOf(name: string): JournalEntry[] {
    return this.journal
      .of('release')
      .filter(({ release }) => release === name)
      .reverse();
  }

  /** Everything that was deployed runs at once, unless somebody is to be killed meanwhile. */
  private observe(name: string): Observation<ObservedEnvironment> {
    const observedAt = new Date().toISOString();
    const [release] = this.releasesOf(name);
    const paused = this.journal.pausesAt('during verify');
    if (paused) this.journal.write('paused', { moment: 'during verify' });
    if (!release || paused) return { value: {}, observedAt };
    const revision = Number(release.revision);
    const image = `i:t@${release.digest}`;
    const revisions = ['0001'];
    return {
      observedAt,
      value: {
        rollout: {
          phase: 'succeeded',
          revision,
          version: 't',
          workloads: ['backend', 'frontend'].map(component => ({
            name: `${name}-${component}`,
            kind: 'Deployment',
            component,
            version: 't',
            image,
            desired: 1,
            readyOld: 0,
            readyNew: 1,
            notReady: 0,
          })),
        },
        migrationJob: {
          job: 'migration',
          uid: String(revision),
          helmRevision: revision,
          phase: 'succeeded',
          report: {
            current: revisions,
            heads: revisions,
            applied: [],
            durationMs: 1,
          },
        },
      },
    };
  }
}
