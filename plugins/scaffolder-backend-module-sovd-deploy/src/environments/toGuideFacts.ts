import {
  environmentName,
  maxConnections,
  namespaceOf,
} from '@sovd/plugin-sovd-deploy-common';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import { toMarkdownTable } from './toMarkdownTable';
import type { TerraformTarget } from './toTerraformVariables';

const code = (text: string) => `\`${text}\``;

/** Names and sizes of one environment, as its answers and its target decide them. */
export function toGuideFacts(answers: Answers, target: TerraformTarget) {
  return {
    names: toMarkdownTable(['what', 'name'], toNames(answers, target)),
    sizes: toMarkdownTable(['what', 'size'], toSizes(answers)),
  };
}

function toNames(answers: Answers, target: TerraformTarget): string[][] {
  const name = environmentName(answers);
  const { accountId, region } = target;
  const own = target.clusterMode === 'create';
  const registry = `${accountId}.dkr.ecr.${region}.amazonaws.com`;
  return [
    ['Tier', answers.tier],
    ['Account and region', `${code(accountId)} in ${code(region)}`],
    [
      'Cluster',
      own ? code(`${name}-cluster`) : `${code(target.cluster)}, shared`,
    ],
    ...toRelease(name, namespaceOf(answers, target)),
    answers.engine === 'terraform'
      ? ['Terraform state', code(`${name}/terraform.tfstate`)]
      : ['CloudFormation stack', code(name)],
    ['Database', `${code(name.replaceAll('-', '_'))} on ${code(name)}`],
    ['Cache', code(name)],
    [
      'Secrets',
      ['database', 'jwt', 'redis']
        .map(each => code(`${name}/${each}`))
        .join(', '),
    ],
    [
      'Images',
      ['backend', 'frontend']
        .map(each => code(`${registry}/${name}-${each}`))
        .join(', '),
    ],
    ['Backups', `${code(`${name}-backups-${accountId}`)}, vault ${code(name)}`],
    ['Address', answers.domain ? `<https://${answers.domain}>` : 'none'],
  ];
}

/** One line where both are called the same, as they are unless the target has a pattern of its own. */
function toRelease(name: string, namespace: string): string[][] {
  return name === namespace
    ? [['Namespace and Helm release', code(name)]]
    : [
        ['Namespace', code(namespace)],
        ['Helm release', code(name)],
      ];
}

function toSizes(answers: Answers): string[][] {
  const { requests, limits } = answers.backendResources;
  const connections =
    answers.backendMax *
    answers.workers *
    (answers.databasePoolSize + answers.databaseMaxOverflow);
  return [
    [
      'Nodes',
      `${answers.nodesMin} to ${answers.nodesMax} × ${answers.nodeInstanceType} in ${answers.availabilityZones} zones`,
    ],
    ['Backend pods', `${answers.backendMin} to ${answers.backendMax}`],
    ['Frontend pods', `${answers.frontendMin} to ${answers.frontendMax}`],
    [
      'Vehicle connector',
      answers.vehicleConnectorEnabled ? '2 to 8 pods' : 'off',
    ],
    [
      'A backend pod',
      `${requests.cpu} and ${requests.memory}, at most ${limits.cpu} and ${limits.memory}`,
    ],
    [
      'Database',
      `${answers.databaseClass}, PostgreSQL ${answers.postgresVersion}, ${
        answers.multiAz ? 'Multi-AZ' : 'one zone'
      }, ${answers.databaseStorageGb} to ${answers.databaseMaxStorageGb} GB`,
    ],
    [
      'Connections',
      `${connections} at the most pods, of ${maxConnections(
        answers.databaseClass,
      )}`,
    ],
    [
      'Cache',
      `${answers.cacheNodes} × ${answers.cacheNodeType}, ${answers.cacheEngine}`,
    ],
    ['Strategy', answers.strategy],
    [
      'Point in time',
      `any second of the last ${answers.backupRetentionDays} days; daily snapshots for ${answers.snapshotRetentionDays} days`,
    ],
  ];
}
