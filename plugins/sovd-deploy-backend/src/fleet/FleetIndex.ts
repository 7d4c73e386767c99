import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  Environment,
  EnvironmentSummary,
} from '@sovd/plugin-sovd-deploy-common';
import type { ChangeStore } from '../changes/ChangeStore';
import type {
  EnvironmentFilter,
  EnvironmentRegistry,
} from '../environments/EnvironmentRegistry';
import type { OverviewService } from '../overview/OverviewService';
import type { EnvironmentNews } from './EnvironmentNews';

/** What is remembered of an environment. */
export interface FleetEntry {
  environment: Environment;
  summary: EnvironmentSummary;
  /** Milliseconds of the clock. */
  madeAt: number;
}

/** @see {@link FleetIndex} */
export interface FleetIndexOptions {
  registry: Pick<EnvironmentRegistry, 'getMany' | 'listIds'>;
  overview: Pick<OverviewService, 'summarizeAll'>;
  changes: Pick<ChangeStore, 'changedSince'>;
  news: Pick<EnvironmentNews, 'take'>;
  now?: () => number;
}

/** Environments that are read together; the portal answers others in between. */
const CHUNK = 200;
/** Milliseconds after which an entry is made anew without any news, in case that some was lost. */
const OLD = 10 * 60_000;
/** Old entries that one request makes anew, so that none pays for all. */
const OLD_AT_ONCE = 20;

/**
 * A row of the list for each environment, made anew only when there is news of it: the
 * order by urgency and the counts need all rows, but a page costs only what has changed.
 */
export class FleetIndex {
  private readonly entries = new Map<string, FleetEntry>();
  private busy: ReadonlySet<string> = new Set();
  private position = 0;
  private renewal: Promise<unknown> = Promise.resolve();
  private readonly now: () => number;

  constructor(private readonly options: FleetIndexOptions) {
    this.now = options.now ?? Date.now;
  }

  /** All that someone may see, as it is now, in any order. */
  async read(
    filter?: PermissionCriteria<EnvironmentFilter>,
  ): Promise<FleetEntry[]> {
    const ids = await this.options.registry.listIds(filter);
    // one after the other: a second reader has to wait for what the first one is renewing
    const renewed = this.renewal.then(() => this.renew(ids));
    this.renewal = renewed.catch(() => {});
    await renewed;
    return ids.flatMap(id => this.entries.get(id) ?? []);
  }

  /** Whether a change worked on it when it was looked at last. */
  isBusy(id: string): boolean {
    return this.busy.has(id);
  }

  private async renew(ids: readonly string[]): Promise<void> {
    const { changes, news } = this.options;
    const { environmentIds, position } = await changes.changedSince(
      this.position,
    );
    // one that was busy before has come to its end
    const stale = new Set([...news.take(), ...environmentIds, ...this.busy]);
    this.position = position;
    this.busy = new Set(environmentIds);
    for (const id of stale) {
      const entry = this.entries.get(id);
      // kept as long as it can't be made anew, but marked
      if (entry) entry.madeAt = -Infinity;
    }
    await this.make(this.choose(ids));
  }

  private choose(ids: readonly string[]): string[] {
    const chosen: string[] = [];
    const oldest = this.now() - OLD;
    let old = 0;
    for (const id of ids) {
      const madeAt = this.entries.get(id)?.madeAt ?? -Infinity;
      if (madeAt === -Infinity) chosen.push(id);
      else if (madeAt < oldest && old < OLD_AT_ONCE) {
        old += 1;
        chosen.push(id);
      }
    }
    return chosen;
  }

  private async make(ids: readonly string[]): Promise<void> {
    const { overview, registry } = this.options;
    for (let start = 0; start < ids.length; start += CHUNK) {
      const some = ids.slice(start, start + CHUNK);
      const madeAt = this.now();
      const environments = await registry.getMany(some);
      const summaries = await overview.summarizeAll(environments);
      some.forEach(id => this.entries.delete(id));
      environments.forEach((environment, index) => {
        const summary = summaries[index];
        this.entries.set(environment.id, { environment, summary, madeAt });
      });
    }
  }
}
