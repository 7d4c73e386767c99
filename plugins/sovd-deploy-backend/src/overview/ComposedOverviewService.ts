import { toError } from '@backstage/errors';
import type {
  Change,
  Environment,
  EnvironmentOverview,
  EnvironmentSummary,
  Release,
} from '@sovd/plugin-sovd-deploy-common';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChangeStore } from '../changes/ChangeStore';
import type { EnvironmentEstimator } from '../costs/EnvironmentEstimator';
import type { MigrationReportStore } from '../databaseMigrations/MigrationReportStore';
import type { MigrationRun } from '../databaseMigrations/MigrationRun';
import type { ReleaseStore } from '../releases/ReleaseStore';
import type { CachedStackReader } from './CachedStackReader';
import type { ClusterObserver } from './ClusterObserver';
import type { OverviewService } from './OverviewService';
import { toCostPart } from './toCostPart';
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
  reports: Pick<MigrationReportStore, 'latest' | 'latestOf'>;
  releases: Pick<ReleaseStore, 'latest' | 'latestOf'>;
  changes: Pick<ChangeStore, 'latest' | 'latestOf'>;
  channels: { channelOf(environmentId: string): Promise<string> };
  estimator: Pick<EnvironmentEstimator, 'estimate'>;
  fleetChannel: string;
  now?: () => number;
}

/** What the portal's own database has of an environment. */
interface Recorded {
  change: Change | undefined;
  kept: Answer<MigrationRun>;
  released: Answer<Release>;
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
    const { known } = this.stackOf(environment, change);
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
    const { channels, releases, reports } = this.options;
    const [kept, released, channel] = await Promise.all([
      answerOf(reports.latest(environment.id)),
      answerOf(releases.latest(environment)),
      channels.channelOf(environment.id),
    ]);
    return {
      ...this.compose(environment, { change, kept, released }),
      channel,
    };
  }

  async summarizeAll(
    environments: readonly Environment[],
  ): Promise<EnvironmentSummary[]> {
    const { changes, releases, reports } = this.options;
    const ids = environments.map(({ id }) => id);
    const [change, kept, released] = await Promise.all([
      changes.latestOf(ids),
      answerOf(reports.latestOf(ids)),
      answerOf(releases.latestOf(environments)),
    ]);
    return environments.map(environment =>
      toSummary(
        this.compose(environment, {
          change: change.get(environment.id),
          kept: answerFor(kept, environment),
          released: answerFor(released, environment),
        }),
      ),
    );
  }

  lookAgain({
    environment,
    busy,
  }: {
    environment: Environment;
    busy: boolean;
  }) {
    const { cluster, namespace, releaseName } = environment;
    this.options.stacks.peek(environment, busy);
    return this.options.observer.observe({ cluster, namespace, releaseName })
      .observedAt;
  }

  private stackOf(environment: Environment, change: Change | undefined) {
    const busy = change?.phase === 'running';
    return this.options.stacks.peek(environment, busy, change?.finishedAt);
  }

  private compose(
    environment: Environment,
    { change, kept, released }: Recorded,
  ): Omit<EnvironmentOverview, 'channel'> {
    const { estimator, observer } = this.options;
    const { cluster, namespace, releaseName } = environment;
    const now = new Date(this.now()).toISOString();
    const observed = observer.observe({ cluster, namespace, releaseName });
    const parts = {
      stack: toStackPart(this.stackOf(environment, change)),
      release: toReleasePart(released, now),
      rollout: toRolloutPart(observed),
      databaseMigration: toDatabaseMigrationPart(observed, kept, now),
    };
    return {
      environment,
      ...toHeadline({ environment, change, ...parts }),
      ...parts,
      cost: toCostPart(estimator.estimate(environment), environment, now),
      ...(change && { change }),
    };
  }
}

function answerFor<T>(
  answers: Answer<ReadonlyMap<string, T>>,
  { id }: Environment,
): Answer<T> {
  return 'failure' in answers ? answers : { value: answers.value?.get(id) };
}

async function answerOf<T>(asked: Promise<T | undefined>): Promise<Answer<T>> {
  try {
    return { value: await asked };
  } catch (error) {
    return { failure: toError(error).message };
  }
}
