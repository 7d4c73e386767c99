import { environmentName, namespaceOf } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, Target } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';

/** What the target decides of an environment's cloud resources and names. */
export type TerraformTarget = Pick<
  Target,
  'accountId' | 'cluster' | 'clusterMode' | 'namespacePattern' | 'region'
>;

/**
 * Where the state of one environment is, and the values of the root module's variables.
 * None for an environment that CloudFormation makes.
 *
 * @param repositoryUrl - page of the repository; on GitHub its pipeline gets a role
 */
export function toTerraformVariables(
  answers: Answers,
  target: TerraformTarget,
  repositoryUrl: string,
): GeneratedFile[] {
  if (answers.engine !== 'terraform') return [];
  const { environment } = answers;
  const folder = `infrastructure/terraform/environments/${environment}`;
  const variables = {
    ...toPlacement(answers, target),
    ...toCluster(answers, target),
    ...toDatabase(answers),
    cache_engine: answers.cacheEngine,
    cache_node_type: answers.cacheNodeType,
    cache_nodes: answers.cacheNodes,
    domain: answers.domain ?? '',
    hosted_zone_mode: answers.domain ? answers.hostedZoneMode : 'manual',
    hosted_zone_id: answers.hostedZoneId ?? '',
    github_repository: gitHubRepositoryOf(repositoryUrl),
    monthly_budget_usd: answers.monthlyBudgetUsd,
    alert_email: answers.alertEmail ?? '',
  };
  return [
    {
      path: `${folder}/backend.hcl`,
      content: toBackend(answers, target),
    },
    {
      path: `${folder}/${environment}.auto.tfvars.json`,
      content: `${JSON.stringify(variables, undefined, 2)}\n`,
    },
  ];
}

function toPlacement(answers: Answers, target: TerraformTarget) {
  return {
    application: answers.name,
    environment: answers.environment,
    tier: answers.tier,
    namespace: namespaceOf(answers, target),
    account_id: target.accountId,
    region: target.region,
    vpc_cidr: answers.vpcCidr,
    availability_zones: answers.availabilityZones,
    nat_mode: answers.natMode,
  };
}

function toCluster(answers: Answers, target: TerraformTarget) {
  const creates = target.clusterMode === 'create';
  return {
    create_cluster: creates,
    existing_cluster_name: creates ? '' : target.cluster,
    kubernetes_version: answers.kubernetesVersion,
    workload_identity: answers.workloadIdentity,
    node_instance_type: answers.nodeInstanceType,
    nodes_min: answers.nodesMin,
    nodes_desired: answers.nodesDesired,
    nodes_max: answers.nodesMax,
    node_disk_gb: answers.nodeDiskGb,
  };
}

function toDatabase(answers: Answers) {
  return {
    database_class: answers.databaseClass,
    database_multi_az: answers.multiAz,
    database_storage_gb: answers.databaseStorageGb,
    database_max_storage_gb: answers.databaseMaxStorageGb,
    postgres_version: answers.postgresVersion,
    backup_retention_days: answers.backupRetentionDays,
    snapshot_retention_days: answers.snapshotRetentionDays,
  };
}

/** Arguments of the S3 backend: one bucket of the application, one key per environment. */
function toBackend(answers: Answers, target: TerraformTarget): string {
  const name = environmentName(answers);
  return [
    '# Generated from environments/<environment>/environment.yaml: edits here are overwritten.',
    '# terraform init -backend-config=environments/<environment>/backend.hcl',
    `bucket       = "${answers.name}-terraform-state-${target.accountId}"`,
    `key          = "${name}/terraform.tfstate"`,
    `region       = "${target.region}"`,
    'encrypt      = true',
    'use_lockfile = true',
    '# Terraform before 1.11 locks by a table that infrastructure/terraform/bootstrap makes on request:',
    `# dynamodb_table = "${answers.name}-terraform-locks"`,
    '',
  ].join('\n');
}

/** `owner/name` of a repository on GitHub; empty on any other host. */
function gitHubRepositoryOf(repositoryUrl: string): string {
  const { hostname, pathname } = new URL(repositoryUrl);
  if (hostname !== 'github.com') return '';
  return pathname
    .split('/')
    .slice(1, 3)
    .join('/')
    .replace(/\.git$/, '');
}
