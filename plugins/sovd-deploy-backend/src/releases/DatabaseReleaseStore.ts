import { releaseSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Release } from '@sovd/plugin-sovd-deploy-common';
import type { Knex } from 'knex';
import type { ReleaseKey, ReleaseStore } from './ReleaseStore';

/** A row of the table `releases`. */
interface ReleaseRow {
  environment_id: string;
  revision: number;
  images: string;
  commit: string;
  chart_version: string;
  deployed_at: string;
}

/** Releases in the portal's database. */
export class DatabaseReleaseStore implements ReleaseStore {
  constructor(private readonly database: Knex) {}

  async record(environmentId: string, release: Release) {
    await this.database('releases')
      .insert({
        environment_id: environmentId,
        revision: release.revision,
        images: JSON.stringify(release.images),
        commit: release.commit,
        chart_version: release.chartVersion,
        deployed_at: release.deployedAt,
      })
      .onConflict(['environment_id', 'revision'])
      .merge();
  }

  async latest(environment: ReleaseKey): Promise<Release | undefined> {
    const row = await this.rowsOf(environment)
      .orderBy('revision', 'desc')
      .first();
    return row && toRelease(environment, row);
  }

  async latestOf(environments: readonly ReleaseKey[]) {
    const ids = environments.map(({ id }) => id);
    const highest = this.database('releases')
      .select('environment_id')
      .max('revision')
      .whereIn('environment_id', ids)
      .groupBy('environment_id');
    const rows = await this.database<ReleaseRow>('releases').whereIn(
      ['environment_id', 'revision'],
      highest,
    );
    const found = new Map(rows.map(row => [row.environment_id, row]));
    return new Map(
      environments.flatMap(environment => {
        const row = found.get(environment.id);
        return row ? [[environment.id, toRelease(environment, row)]] : [];
      }),
    );
  }

  async find(
    environment: ReleaseKey,
    revision: number,
  ): Promise<Release | undefined> {
    const row = await this.rowsOf(environment).where({ revision }).first();
    return row && toRelease(environment, row);
  }

  async forget(environmentId: string) {
    await this.rowsOf({ id: environmentId }).delete();
  }

  private rowsOf({ id }: Pick<ReleaseKey, 'id'>) {
    return this.database<ReleaseRow>('releases').where({ environment_id: id });
  }
}

function toRelease(environment: ReleaseKey, row: ReleaseRow): Release {
  return releaseSchema.parse({
    name: environment.releaseName,
    namespace: environment.namespace,
    revision: row.revision,
    chartVersion: row.chart_version,
    commit: row.commit,
    images: JSON.parse(row.images),
    deployedAt: row.deployed_at,
  });
}
