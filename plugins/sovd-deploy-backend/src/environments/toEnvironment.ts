import { environmentSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';

/** A row of the table `environments`. */
export interface EnvironmentRow {
  id: string;
  entity_ref: string;
  name: string;
  application: string;
  owner: string;
  tier: string;
  target: string;
  answers: string;
  repository_url: string;
  region: string;
  account_id: string;
  cluster: string;
  namespace: string;
  release_name: string;
  stack_name: string;
  channel: string;
  created_by: string;
  created_at: string;
}

/** @throws ZodError when the row isn't what this version of the plugin writes */
export function toEnvironment(row: EnvironmentRow): Environment {
  return environmentSchema.parse({
    id: row.id,
    entityRef: row.entity_ref,
    name: row.name,
    answers: JSON.parse(row.answers),
    repositoryUrl: row.repository_url,
    region: row.region,
    accountId: row.account_id,
    cluster: row.cluster,
    namespace: row.namespace,
    releaseName: row.release_name,
    stackName: row.stack_name,
    createdBy: row.created_by,
    createdAt: row.created_at,
  });
}

/** The inverse of `toEnvironment`; owner, tier and target are columns to be asked for. */
export function toEnvironmentRow(
  environment: Environment,
  channel: string,
): EnvironmentRow {
  const { answers } = environment;
  return {
    id: environment.id,
    entity_ref: environment.entityRef,
    name: environment.name,
    application: answers.name,
    owner: answers.owner,
    tier: answers.tier,
    target: answers.target,
    answers: JSON.stringify(answers),
    repository_url: environment.repositoryUrl,
    region: environment.region,
    account_id: environment.accountId,
    cluster: environment.cluster,
    namespace: environment.namespace,
    release_name: environment.releaseName,
    stack_name: environment.stackName,
    channel,
    created_by: environment.createdBy,
    created_at: environment.createdAt,
  };
}
