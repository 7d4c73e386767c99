import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Answers, StackOutputs } from '@sovd/plugin-sovd-deploy-common';

/** Outputs that no release can do without. */
const always = ['databaseHost', 'databasePort', 'databaseName', 'databaseUser'];
/** Outputs that a stack gives all together, or none where its template is older than they are. */
const together = [
  'databaseMaxConnections',
  'redisHost',
  'redisPort',
  'redisTls',
  'vpcCidr',
  'appRoleArn',
  'databaseSecretName',
  'jwtSecretName',
  'redisSecretName',
];
/** The outputs that a release takes, if the stack gives them. */
export const takenOutputs: readonly string[] = [
  ...always,
  ...together,
  'certificateArn',
];

/**
 * Values of a release that come from its stack.
 *
 * @throws InputError naming the outputs that the stack should have given
 */
export function toStackValues(
  outputs: StackOutputs,
  { workloadIdentity }: Pick<Answers, 'workloadIdentity'>,
): JsonObject {
  const isWhole = outputs.appRoleArn !== undefined;
  const missing = [...always, ...(isWhole ? together : [])].filter(
    key => !outputs[key],
  );
  if (missing.length > 0) {
    throw new InputError(
      `The stack gives no output ${missing.join(
        ', ',
      )}; add it to infrastructure/cloudformation/main.yaml`,
    );
  }
  const database = {
    host: outputs.databaseHost,
    port: outputs.databasePort,
    name: outputs.databaseName,
    user: outputs.databaseUser,
  };
  const redis = { host: outputs.redisHost, port: outputs.redisPort };
  if (!isWhole) {
    const hasRedis = redis.host && redis.port;
    return { config: { database, ...(hasRedis && { redis }) } };
  }
  return {
    config: {
      database: {
        ...database,
        maxConnections: Number(outputs.databaseMaxConnections),
      },
      redis: { ...redis, tls: outputs.redisTls === 'true' },
    },
    networkPolicy: { vpcCidr: outputs.vpcCidr },
    secrets: {
      externalSecret: {
        remote: {
          database: outputs.databaseSecretName,
          jwt: outputs.jwtSecretName,
          redis: outputs.redisSecretName,
        },
      },
    },
    // with EKS Pod Identity the stack itself ties the role to the account
    ...(workloadIdentity === 'irsa' && {
      serviceAccount: {
        annotations: { 'eks.amazonaws.com/role-arn': outputs.appRoleArn },
      },
    }),
    ...toIngress(outputs),
  };
}

/** The certificate by its name, where the stack made one; else the controller goes on looking for it. */
function toIngress({ certificateArn }: StackOutputs): JsonObject {
  if (!certificateArn) return {};
  const annotation = 'alb.ingress.kubernetes.io/certificate-arn';
  return {
    ingress: {
      certificateDiscovery: false,
      annotations: { [annotation]: certificateArn },
    },
  };
}
