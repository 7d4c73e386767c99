import type {
  Change,
  ChangeLogEntry,
  ChangePage,
  ChangeRequest,
} from '../changes/change';
import type { Plan } from '../changes/plan';
import type { PlanRequest } from '../changes/planRequest';
import type { Version } from '../changes/version';
import type {
  Environment,
  RegistrationPage,
} from '../environments/environment';
import type { Target } from '../environments/target';
import type { Validation } from '../environments/validation';
import type { EnvironmentOverview } from '../overview/environmentOverview';
import type {
  EnvironmentPage,
  EnvironmentQuery,
} from '../overview/environmentPage';
import type { Proposal, ProposalRequest } from '../stamps/proposal';
import type { Stamp } from '../stamps/stamp';
import type { TemplateStatus } from '../stamps/templateStatus';

/** The registered entity ref of an environment, taken apart. @public */
export interface EnvironmentKey {
  namespace: string;
  name: string;
}

/** Options of every request. @public */
export interface SovdDeployRequestOptions {
  /** A Backstage token; left out where the fetch function adds it. */
  token?: string;
  signal?: AbortSignal;
}

/** Which page of a list. @public */
export interface PageRequest {
  /** Of the page before; the first page when left out. */
  cursor?: string;
  /** 1 to 200; 50 when left out. */
  limit?: number;
}

/** One page of a change's log. @public */
export interface ChangeLogPage {
  items: ChangeLogEntry[];
}

/**
 * What the backend offers, as both ends agree on it.
 *
 * @remarks
 * Every method rejects with the `@backstage/errors` error of the response:
 * `NotFoundError` for what isn't registered, `NotAllowedError` for what may not be
 * seen or done, `ConflictError` when another change runs, `InputError` for wrong input.
 *
 * @public
 */
export interface SovdDeployApi {
  listTargets(options?: SovdDeployRequestOptions): Promise<Target[]>;
  /** Judges answers without changing anything. */
  validate(
    answers: Record<string, unknown>,
    options?: SovdDeployRequestOptions,
  ): Promise<Validation>;
  /** Registers an environment, or returns the one registered with the same answers. */
  registerEnvironment(
    answers: Record<string, unknown>,
    options?: SovdDeployRequestOptions,
  ): Promise<Environment>;
  /** What one may see, page by page, with what is to be said of all pages together. */
  listEnvironments(
    query?: EnvironmentQuery,
    options?: SovdDeployRequestOptions,
  ): Promise<EnvironmentPage>;
  /** Every record, ordered by entity ref. Only for services. */
  listRegistrations(
    page?: PageRequest,
    options?: SovdDeployRequestOptions,
  ): Promise<RegistrationPage>;
  getOverview(
    key: EnvironmentKey,
    options?: SovdDeployRequestOptions,
  ): Promise<EnvironmentOverview>;
  /** Versions that the target's image registry has, newest first. */
  listVersions(
    key: EnvironmentKey,
    options?: SovdDeployRequestOptions,
  ): Promise<Version[]>;
  /** Works out what a change would do, and changes nothing. */
  plan(
    key: EnvironmentKey,
    request: PlanRequest,
    options?: SovdDeployRequestOptions,
  ): Promise<Plan>;
  /** A plan that the caller made; rejects with `NotFoundError` once it has expired. */
  getPlan(
    key: EnvironmentKey,
    digest: string,
    options?: SovdDeployRequestOptions,
  ): Promise<Plan>;
  /** Newest first. */
  listChanges(
    key: EnvironmentKey,
    page?: PageRequest,
    options?: SovdDeployRequestOptions,
  ): Promise<ChangePage>;
  /**
   * Starts a change. A `create` that runs or has succeeded is returned as it is,
   * so that asking again makes no second stack or release.
   */
  startChange(
    key: EnvironmentKey,
    request: ChangeRequest,
    options?: SovdDeployRequestOptions,
  ): Promise<Change>;
  getChange(id: string, options?: SovdDeployRequestOptions): Promise<Change>;
  /** Stops a running change and goes back to what ran before; the change itself says when it is done. */
  abortChange(id: string, options?: SovdDeployRequestOptions): Promise<Change>;
  /** Log entries behind `after`, oldest first. */
  getChangeLog(
    id: string,
    after?: number,
    options?: SovdDeployRequestOptions,
  ): Promise<ChangeLogPage>;
  /** The newest pristine stamp of an application's repository. */
  getStamp(
    application: string,
    options?: SovdDeployRequestOptions,
  ): Promise<Stamp>;
  /** How an application's repository stands to its template. */
  getTemplateStatus(
    application: string,
    options?: SovdDeployRequestOptions,
  ): Promise<TemplateStatus>;
  /**
   * Opens a pull request that brings a new stamp into an application's repository. The
   * same proposal again returns what became of it; another one while one is open is
   * refused with a `ConflictError` that names it.
   */
  propose(
    application: string,
    request: ProposalRequest,
    options?: SovdDeployRequestOptions,
  ): Promise<Proposal>;
}
