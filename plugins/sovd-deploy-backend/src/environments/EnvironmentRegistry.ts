import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Answers, Environment } from '@sovd/plugin-sovd-deploy-common';

/** What a permission's conditions ask of a registered environment. @public */
export interface EnvironmentFilter {
  key: 'owner' | 'tier';
  values: readonly string[];
}

/** A page of the registry, in the order of entity refs. */
export interface EnvironmentQuery {
  /** Everything when left out. */
  filter?: PermissionCriteria<EnvironmentFilter>;
  /** Entity ref behind which the page starts. */
  after?: string;
  limit: number;
}

/** The only truth about which environments exist and what they are called. */
export interface EnvironmentRegistry {
  /**
   * Adds an environment, or returns the one registered with the same answers.
   *
   * @throws ConflictError when its name, namespace or stack belongs to another one
   */
  register(
    proposal: Environment,
  ): Promise<{ environment: Environment; added: boolean }>;
  /**
   * Takes the answers that a change has brought into effect.
   *
   * @throws NotFoundError
   * @throws InputError when they would make another environment of it
   */
  changeAnswers(id: string, answers: Answers): Promise<void>;
  /** @param entityRef - `resource:<namespace>/<name>` */
  find(entityRef: string): Promise<Environment | undefined>;
  /** @throws NotFoundError */
  get(id: string): Promise<Environment>;
  findAtPlace(place: {
    cluster: string;
    namespace: string;
  }): Promise<Environment | undefined>;
  /** Environments of one application. */
  listOfApplication(application: string): Promise<Environment[]>;
  list(query: EnvironmentQuery): Promise<Environment[]>;
  /** Ids of all that someone may see; everything without a filter. */
  listIds(filter?: PermissionCriteria<EnvironmentFilter>): Promise<string[]>;
  /** Those of them that exist, in any order. */
  getMany(ids: readonly string[]): Promise<Environment[]>;
  /**
   * Signal channel of an environment; a random name, since signals have no permissions.
   *
   * @throws NotFoundError
   */
  channelOf(id: string): Promise<string>;
}
