import { environmentName } from '@sovd/plugin-sovd-deploy-common';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';

/** Parameters of the stack, in the file format of `aws cloudformation`. */
export function toStackParameters(answers: Answers): GeneratedFile {
  const name = environmentName(answers);
  const parameters = {
    NamePrefix: name,
    Application: answers.name,
    Environment: answers.environment,
    Namespace: name,
    VpcCidr: answers.vpcCidr,
    // PostgreSQL folds and quotes names with hyphens; underscores need neither.
    DatabaseName: name.replaceAll('-', '_'),
    DatabaseClass: answers.databaseClass,
    DatabaseMultiAz: answers.multiAz,
    DatabaseStorageGb: answers.databaseStorageGb,
    DatabaseMaxStorageGb: answers.databaseMaxStorageGb,
    PostgresVersion: answers.postgresVersion,
    BackupRetentionDays: answers.backupRetentionDays,
    CacheEngine: answers.cacheEngine,
    CacheNodeType: answers.cacheNodeType,
    CacheNodes: answers.cacheNodes,
  };
  const list = Object.entries(parameters).map(([key, value]) => ({
    ParameterKey: key,
    ParameterValue: String(value),
  }));
  return {
    path: `infrastructure/cloudformation/parameters/${answers.environment}.json`,
    content: `${JSON.stringify(list, undefined, 2)}\n`,
  };
}
