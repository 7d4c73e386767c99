import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { Answers, Environment } from '@sovd/plugin-sovd-deploy-common';
import type { Knex } from 'knex';
import type {
  EnvironmentQuery,
  EnvironmentRegistry,
} from './EnvironmentRegistry';
import { applyEnvironmentFilter } from './applyEnvironmentFilter';
import { toEnvironment, toEnvironmentRow } from './toEnvironment';
import type { EnvironmentRow } from './toEnvironment';

/** The registry in the portal's database, shared by all replicas. */
export class DatabaseEnvironmentRegistry implements EnvironmentRegistry {
  /** By id; a channel stays what it is, and every page and signal asks for it. */
  private readonly channels = new Map<string, string>();

  constructor(private readonly database: Knex) {}

  async register(proposal: Environment) {
    const row = toEnvironmentRow(proposal, randomUUID());
    // Every unique column decides, so that two requests at once can't both win.
    await this.rows().insert(row).onConflict().ignore();
    const registered = await this.find(proposal.entityRef);
    if (!registered) {
      throw new ConflictError(
        `${proposal.name} can't be registered: namespace ${proposal.namespace} of ${proposal.cluster} or stack ${proposal.stackName} belongs to another environment; choose another name`,
      );
    }
    if (!isDeepStrictEqual(registered.answers, proposal.answers)) {
      throw new ConflictError(
        `${proposal.name} is already registered for ${registered.answers.owner} with other answers; choose another name or give the same answers`,
      );
    }
    return {
      environment: registered,
      added: registered.id === proposal.id,
    };
  }

  async changeAnswers(id: string, answers: Answers) {
    const { answers: former, name } = await this.get(id);
    const fixed = ['name', 'environment', 'target', 'engine'] as const;
    const moved = fixed.filter(key => answers[key] !== former[key]);
    if (moved.length > 0) {
      throw new InputError(
        `${moved.join(
          ', ',
        )} of ${name} can't be changed; what is asked for is another environment`,
      );
    }
    const { owner, tier } = answers;
    await this.rows()
      .where({ id })
      .update({ owner, tier, answers: JSON.stringify(answers) });
  }

  async find(entityRef: string) {
    const row = await this.rows().where({ entity_ref: entityRef }).first();
    return row && toEnvironment(row);
  }

  async get(id: string) {
    return toEnvironment(await this.row(id));
  }

  async findAtPlace(place: { cluster: string; namespace: string }) {
    const { cluster, namespace } = place;
    const row = await this.rows().where({ cluster, namespace }).first();
    return row && toEnvironment(row);
  }

  async listOfApplication(application: string) {
    const rows = await this.rows().where({ application }).orderBy('entity_ref');
    return rows.map(toEnvironment);
  }

  async list({ filter, after, limit }: EnvironmentQuery) {
    const query = this.rows().orderBy('entity_ref').limit(limit);
    if (after !== undefined) query.where('entity_ref', '>', after);
    if (filter) applyEnvironmentFilter(query, filter);
    return (await query).map(toEnvironment);
  }

  async listIds(filter?: EnvironmentQuery['filter']) {
    const query = this.rows().pluck('id');
    if (filter) applyEnvironmentFilter(query, filter);
    return query;
  }

  async getMany(ids: readonly string[]) {
    const rows = await this.rows().whereIn('id', [...ids]);
    return rows.map(toEnvironment);
  }

  async channelOf(id: string) {
    const known = this.channels.get(id);
    if (known) return known;
    const { channel } = await this.row(id);
    this.channels.set(id, channel);
    return channel;
  }

  private rows() {
    return this.database<EnvironmentRow>('environments');
  }

  private async row(id: string) {
    const row = await this.rows().where({ id }).first();
    if (!row) {
      throw new NotFoundError(`There is no environment with the id ${id}`);
    }
    return row;
  }
}
