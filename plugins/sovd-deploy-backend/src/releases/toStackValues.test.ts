import { testOutputs } from '../__testUtils__/testRepository';
import { toStackValues } from './toStackValues';

const irsa = { workloadIdentity: 'irsa' } as const;

describe('toStackValues', () => {
  it('gives the chart what the stack made', () => {
    expect(toStackValues(testOutputs, irsa)).toEqual({
      config: {
        database: {
          host: testOutputs.databaseHost,
          port: '5432',
          name: testOutputs.databaseName,
          user: testOutputs.databaseUser,
          maxConnections: 450,
        },
        redis: { host: testOutputs.redisHost, port: '6379', tls: true },
      },
      networkPolicy: { vpcCidr: '10.0.0.0/16' },
      secrets: {
        externalSecret: {
          remote: {
            database: 'fleet-staging/database',
            jwt: 'fleet-staging/jwt',
            redis: 'fleet-staging/redis',
          },
        },
      },
      serviceAccount: {
        annotations: { 'eks.amazonaws.com/role-arn': testOutputs.appRoleArn },
      },
    });
  });

  it('annotates no account where the stack ties the role to it', () => {
    expect(
      toStackValues(testOutputs, { workloadIdentity: 'pod-identity' }),
    ).not.toHaveProperty('serviceAccount');
  });

  it('names the certificate in place of looking for one', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/1';
    expect(
      toStackValues({ ...testOutputs, certificateArn }, irsa).ingress,
    ).toEqual({
      certificateDiscovery: false,
      annotations: {
        'alb.ingress.kubernetes.io/certificate-arn': certificateArn,
      },
    });
  });

  it('reaches a cache without TLS as it is', () => {
    expect(
      toStackValues({ ...testOutputs, redisTls: 'false' }, irsa),
    ).toMatchObject({ config: { redis: { tls: false } } });
  });

  it('names the outputs that are missing, all at once', () => {
    const lacking = { ...testOutputs, databasePort: '', appRoleArn: '' };
    expect(() => toStackValues(lacking, irsa)).toThrow(
      'The stack gives no output databasePort, appRoleArn;',
    );
  });

  it('takes the outputs of an older template as they are', () => {
    const older = {
      databaseHost: 'db',
      databasePort: '5432',
      databaseName: 'fleet',
      databaseUser: 'sovd',
    };
    const database = {
      host: 'db',
      port: '5432',
      name: 'fleet',
      user: 'sovd',
    };
    expect(toStackValues(older, irsa)).toEqual({ config: { database } });
    const withCache = { ...older, redisHost: 'cache', redisPort: '6379' };
    expect(toStackValues(withCache, irsa)).toEqual({
      config: { database, redis: { host: 'cache', port: '6379' } },
    });
  });
});
