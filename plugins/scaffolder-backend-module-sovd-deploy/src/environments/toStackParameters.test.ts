import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { toStackParameters } from './toStackParameters';

it('names everything after the environment, the database without hyphens', () => {
  const { path, content } = toStackParameters(
    answersSchema.parse({
      name: 'fleet-eu',
      owner: 'group:default/platform',
      environment: 'pre-prod',
      target: 'aws',
      databaseClass: 'db.t3.large',
    }),
  );
  expect(path).toBe('infrastructure/cloudformation/parameters/pre-prod.json');
  const parameters: { ParameterKey: string; ParameterValue: string }[] =
    JSON.parse(content);
  expect(
    Object.fromEntries(
      parameters.map(each => [each.ParameterKey, each.ParameterValue]),
    ),
  ).toEqual({
    NamePrefix: 'fleet-eu-pre-prod',
    Application: 'fleet-eu',
    Environment: 'pre-prod',
    Namespace: 'fleet-eu-pre-prod',
    VpcCidr: '10.0.0.0/16',
    DatabaseName: 'fleet_eu_pre_prod',
    DatabaseClass: 'db.t3.large',
    DatabaseMultiAz: 'false',
    DatabaseStorageGb: '100',
    DatabaseMaxStorageGb: '200',
    PostgresVersion: '15',
    BackupRetentionDays: '1',
    CacheEngine: 'redis',
    CacheNodeType: 'cache.t3.small',
    CacheNodes: '1',
  });
});
