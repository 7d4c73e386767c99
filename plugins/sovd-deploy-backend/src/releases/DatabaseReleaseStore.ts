import { releaseSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Environment, Release } from '@sovd/plugin-sovd-deploy-common';
import type { Knex } from 'knex';
import type { ReleaseStore } from './ReleaseStore';

/** Releases in the portal's database. */
export class DatabaseReleaseStore implements ReleaseStore {
  constructor(private readonly database: Knex) {}

  async record(environmentId: string, release: Release) {
    await this.database('releases')
      .insert({
        environment_id: environmentId,
        revision: release.revision,
        image: JSON.stringify(release.image),
        commit: release.commit,
        chart_version: release.chartVersion,
        deployed_at: release.deployedAt,
      })
      .onConflict(['environment_id', 'revision'])
      .merge();
  }

  async latest(
    environment: Pick<Environment, 'id' | 'namespace' | 'releaseName'>,
  ): Promise<Release | undefined> {
    const row = await this.database('releases')
      .where({ environment_id: environment.id })
      .orderBy('revision', 'desc')
      .first();
    if (!row) return undefined;
    return releaseSchema.parse({
      name: environment.releaseName,
      namespace: environment.namespace,
      revision: row.revision,
      chartVersion: row.chart_version,
      commit: row.commit,
      image: JSON.parse(row.image),
      deployedAt: row.deployed_at,
    });
  }
}
