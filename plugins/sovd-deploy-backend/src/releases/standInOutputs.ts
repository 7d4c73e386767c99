import { maxConnections } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, StackOutputs } from '@sovd/plugin-sovd-deploy-common';

const database = {
  databaseHost: 'database.example',
  databasePort: '5432',
  databaseName: 'application',
  databaseUser: 'application',
};

const others = {
  redisHost: 'cache.example',
  redisPort: '6379',
  redisTls: 'true',
  vpcCidr: '10.0.0.0/16',
  appRoleArn: 'arn:aws:iam::123456789012:role/application',
  databaseSecretName: 'application/database',
  jwtSecretName: 'application/jwt',
  redisSecretName: 'application/redis',
};

/**
 * Outputs of a stack for a release that is only looked at, where the stack itself can't be
 * asked. An early chart takes those of the database only, and would refuse the others.
 */
export function standInOutputs({
  databaseClass,
}: Pick<Answers, 'databaseClass'>): {
  early: StackOutputs;
  whole: StackOutputs;
} {
  return {
    early: database,
    whole: {
      ...database,
      ...others,
      // what the chart weighs against the pods that may come
      databaseMaxConnections: String(maxConnections(databaseClass)),
    },
  };
}
