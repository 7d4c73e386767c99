import { NotFoundError } from '@backstage/errors';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import type { AlembicGraph } from '../databaseMigrations/AlembicGraph';
import { readAlembicGraph } from '../databaseMigrations/readAlembicGraph';
import type { SourceTree } from '../environments/SourceRepository';
import type { ChangeWork } from './ChangeWork';
import type { CurrentRelease } from './CurrentRelease';
import { planDatabase } from './planDatabase';
import type { DatabaseOutlook } from './planDatabase';
import type { PlanSources } from './PlanSources';

/** Whose database is looked at, and from where the change starts. */
interface DatabasePlace {
  environment: Environment;
  current: Pick<CurrentRelease, 'commit'>;
  signal: AbortSignal;
}

/** Reads revisions from Git, and what the database holds from the last migration's report. */
export class DatabaseSurvey {
  constructor(
    private readonly options: Pick<
      PlanSources,
      'graphs' | 'migrationReports' | 'sources'
    >,
  ) {}

  /** @param tree - files of the commit that comes */
  async plan(
    place: DatabasePlace,
    work: Pick<ChangeWork, 'commit'>,
    tree: SourceTree,
  ): Promise<DatabaseOutlook> {
    const { graphs, migrationReports } = this.options;
    const { environment } = place;
    const [run, to] = await Promise.all([
      migrationReports.latest(environment.id),
      graphs.get(environment.repositoryUrl, work.commit, () =>
        readAlembicGraph(tree),
      ),
    ]);
    return planDatabase({
      current: run?.report?.current,
      to,
      readFrom: () => this.readFrom(place),
    });
  }

  /** The graph of what runs; undefined when nobody knows its commit, or Git has lost it. */
  private async readFrom({
    current: { commit },
    environment,
    signal,
  }: DatabasePlace): Promise<AlembicGraph | undefined> {
    const { graphs, sources } = this.options;
    if (!commit) return undefined;
    try {
      return await graphs.get(environment.repositoryUrl, commit, async () => {
        const tree = await sources.checkOut(environment, commit, signal);
        try {
          return await readAlembicGraph(tree);
        } finally {
          await tree.dispose();
        }
      });
    } catch (error) {
      if (error instanceof NotFoundError) return undefined;
      throw error;
    }
  }
}
