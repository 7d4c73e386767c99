import { toError } from '@backstage/errors';
import type {
  Change,
  Environment,
  EnvironmentOverview,
  EnvironmentSummary,
  Release,
} from '@sovd/plugin-sovd-deploy-common';
import { setTimeout as delay } from 'node:timers/promises';
import type { MigrationReportStore } from '../databaseMigrations/MigrationReportStore';
import type { CachedStackReader } from './CachedStackReader';
import type { ClusterObserver } from './ClusterObserver';
import type { OverviewService } from './OverviewService';
import { toHeadline } from './toHeadline';
import {
  Answer,
  toDatabaseMigrationPart,
  toReleasePart,
  toRolloutPart,
  toStackPart,
} from './toParts';
import { toSummary } from './toSummary';

/** @see {@link ComposedOverviewService} */
export interface ComposedOverviewServiceOptions {
  observer: Pick<ClusterObserver, 'observe'>;
  stacks: Pick<CachedStackReader, 'peek' | 'settled'>;
  reports: Pick<MigrationReportStore, 'latest'>;
  releases: { latest(environment: Environment): Promise<Release | undefined> };
  changes: { latest(environmentId: string): Promise<Change | undefined> };
  channels: { channelOf(environmentId: string): Promise<string> };
  fleetChannel: string;
  now?: () => number;
}

/** Milliseconds that a page waits for a stack which was never read before. */
const FIRST_READ = 1_500;

/**
 * Puts the parts together, each from its own source: one that fails leaves the others
 * as they are. Costs a few reads of the portal's own database and no call of a provider.
 */
export class ComposedOverviewService implements OverviewService {
  readonly fleetChannel: string;
  private readonly now: () => number;

  constructor(private readonly options: ComposedOverviewServiceOptions) {
    this.fleetChannel = options.fleetChannel;
    this.now = options.now ?? Date.now;
  }

  async get(environment: Environment): Promise<EnvironmentOverview> {
    const change = await this.options.changes.latest(environment.id);
    const { known } = this.options.stacks.peek(environment, isBusy(change));
    if (!known) {
      const waiting = new AbortController();
      await Promise.race([
        this.options.stacks.settled(environment),
        delay(FIRST_READ, undefined, { signal: waiting.signal }).catch(
          () => {},
        ),
      ]);
      waiting.abort();
    }
    return this.compose(environment, change);
  }

  async summarize(environment: Environment): Promise<EnvironmentSummary> {
    const change = await this.options.changes.latest(environment.id);
    return toSummary(await this.compose(environment, change));
  }

  private async compose(
    environment: Environment,
    change: Change | undefined,
  ): Promise<EnvironmentOverview> {
    const { observer, stacks, reports, releases, channels } = this.options;
    const { id, cluster, namespace, releaseName } = environment;
    const [kept, released, channel] = await Promise.all([
      answerOf(reports.latest(id)),
      answerOf(releases.latest(environment)),
      channels.channelOf(id),
    ]);
    const now = new Date(this.now()).toISOString();
    const observed = observer.observe({ cluster, namespace, releaseName });
    const parts = {
      stack: toStackPart(stacks.peek(environment, isBusy(change))),
      release: toReleasePart(released, now),
      rollout: toRolloutPart(observed),
      databaseMigration: toDatabaseMigrationPart(observed, kept, now),
    };
    return {
      environment,
      ...toHeadline({ environment, change, ...parts }),
      ...parts,
      ...(change && { change }),
      channel,
    };
  }
}

function isBusy(change: Change | undefined): boolean {
  return change?.phase === 'running';
}

async function answerOf<T>(asked: Promise<T | undefined>): Promise<Answer<T>> {
  try {
    return { value: await asked };
  } catch (error) {
    return { failure: toError(error).message };
  }
}
