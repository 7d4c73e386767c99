import { z } from 'zod/v4';
import {
  changeLogEntrySchema,
  changePageSchema,
  changeSchema,
} from '../changes/change';
import type { ChangeRequest } from '../changes/change';
import { planSchema } from '../changes/plan';
import type { PlanRequest } from '../changes/planRequest';
import { versionSchema } from '../changes/version';
import {
  environmentSchema,
  registrationPageSchema,
} from '../environments/environment';
import { targetSchema } from '../environments/target';
import { validationSchema } from '../environments/validation';
import { environmentOverviewSchema } from '../overview/environmentOverview';
import { environmentPageSchema } from '../overview/environmentPage';
import type { EnvironmentQuery } from '../overview/environmentPage';
import { routes } from '../routes';
import { proposalSchema } from '../stamps/proposal';
import type { ProposalRequest } from '../stamps/proposal';
import { stampSchema } from '../stamps/stamp';
import { templateStatusSchema } from '../stamps/templateStatus';
import { JsonHttpClient } from './JsonHttpClient';
import type { SovdDeployClientOptions } from './JsonHttpClient';
import type {
  EnvironmentKey,
  PageRequest,
  SovdDeployApi,
  SovdDeployRequestOptions,
} from './SovdDeployApi';

const targetsSchema = z.object({ items: z.array(targetSchema) });
const versionsSchema = z.object({ items: z.array(versionSchema) });
const logSchema = z.object({ items: z.array(changeLogEntrySchema) });

function withQuery(path: string, values: object = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value) query.set(name, String(value));
  }
  return query.size ? `${path}?${query}` : path;
}

/**
 * Client of the sovd-deploy backend for browsers and backends. Every answer is parsed:
 * one that isn't of the contract is an error, never a half-filled page.
 *
 * @public
 */
export class SovdDeployClient implements SovdDeployApi {
  private readonly http: JsonHttpClient;

  constructor(options: SovdDeployClientOptions) {
    this.http = new JsonHttpClient(options);
  }

  async listTargets(options?: SovdDeployRequestOptions) {
    return (await this.http.get(routes.targets(), targetsSchema, options))
      .items;
  }

  validate(
    answers: Record<string, unknown>,
    options?: SovdDeployRequestOptions,
  ) {
    return this.http.post(
      routes.validations(),
      { answers },
      validationSchema,
      options,
    );
  }

  registerEnvironment(
    answers: Record<string, unknown>,
    options?: SovdDeployRequestOptions,
  ) {
    return this.http.post(
      routes.environments(),
      { answers },
      environmentSchema,
      options,
    );
  }

  listEnvironments(
    query?: EnvironmentQuery,
    options?: SovdDeployRequestOptions,
  ) {
    const path = withQuery(routes.environments(), query);
    return this.http.get(path, environmentPageSchema, options);
  }

  listRegistrations(page?: PageRequest, options?: SovdDeployRequestOptions) {
    const path = withQuery(routes.registrations(), page);
    return this.http.get(path, registrationPageSchema, options);
  }

  getOverview(key: EnvironmentKey, options?: SovdDeployRequestOptions) {
    return this.http.get(
      this.pathOf(routes.environment, key),
      environmentOverviewSchema,
      options,
    );
  }

  async listVersions(key: EnvironmentKey, options?: SovdDeployRequestOptions) {
    const path = this.pathOf(routes.versions, key);
    return (await this.http.get(path, versionsSchema, options)).items;
  }

  plan(
    key: EnvironmentKey,
    request: PlanRequest,
    options?: SovdDeployRequestOptions,
  ) {
    const path = this.pathOf(routes.plans, key);
    return this.http.post(path, request, planSchema, options);
  }

  getPlan(
    key: EnvironmentKey,
    digest: string,
    options?: SovdDeployRequestOptions,
  ) {
    const path = this.pathOf(
      (namespace, name) =>
        routes.plan(namespace, name, encodeURIComponent(digest)),
      key,
    );
    return this.http.get(path, planSchema, options);
  }

  listChanges(
    key: EnvironmentKey,
    page?: PageRequest,
    options?: SovdDeployRequestOptions,
  ) {
    const path = withQuery(this.pathOf(routes.changes, key), page);
    return this.http.get(path, changePageSchema, options);
  }

  startChange(
    key: EnvironmentKey,
    request: ChangeRequest,
    options?: SovdDeployRequestOptions,
  ) {
    const path = this.pathOf(routes.changes, key);
    return this.http.post(path, request, changeSchema, options);
  }

  getChange(id: string, options?: SovdDeployRequestOptions) {
    return this.http.get(
      routes.change(encodeURIComponent(id)),
      changeSchema,
      options,
    );
  }

  abortChange(id: string, options?: SovdDeployRequestOptions) {
    const path = routes.changeAbort(encodeURIComponent(id));
    return this.http.post(path, {}, changeSchema, options);
  }

  getChangeLog(id: string, after = 0, options?: SovdDeployRequestOptions) {
    const path = routes.changeLog(encodeURIComponent(id));
    return this.http.get(`${path}?after=${after}`, logSchema, options);
  }

  getStamp(application: string, options?: SovdDeployRequestOptions) {
    const path = routes.stamp(encodeURIComponent(application));
    return this.http.get(path, stampSchema, options);
  }

  getTemplateStatus(application: string, options?: SovdDeployRequestOptions) {
    const path = routes.templateStatus(encodeURIComponent(application));
    return this.http.get(path, templateStatusSchema, options);
  }

  propose(
    application: string,
    request: ProposalRequest,
    options?: SovdDeployRequestOptions,
  ) {
    const path = routes.proposals(encodeURIComponent(application));
    return this.http.post(path, request, proposalSchema, options);
  }

  private pathOf(
    route: (namespace: string, name: string) => string,
    key: EnvironmentKey,
  ) {
    return route(
      encodeURIComponent(key.namespace),
      encodeURIComponent(key.name),
    );
  }
}
