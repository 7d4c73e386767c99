import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfigSchema } from '@backstage/config-loader';
import type { ConfigSchema, ConfigVisibility } from '@backstage/config-loader';
import { portalConfig } from './__testUtils__/startPortal';

const target = {
  ...portalConfig.sovdDeploy.targets[0],
  remark: 'A remark',
  namespacePattern: '{name}-{environment}',
  clusterMode: 'create',
  workloadIdentities: ['irsa'],
  availabilityZones: 3,
  addOns: ['network-policy'],
  usedCidrs: ['10.8.0.0/16'],
  releaseTimeout: { seconds: 120 },
  progressDeadlineSeconds: 20,
  awsEndpoint: 'http://127.0.0.1:15900',
};
const data = { sovdDeploy: { helm: '/usr/local/bin/helm', targets: [target] } };

const url = 'http://localhost:7007';
/** What every backend has to have. */
const rest = {
  app: { baseUrl: url },
  backend: {
    baseUrl: url,
    listen: ':7007',
    database: { client: 'better-sqlite3', connection: ':memory:' },
  },
};

describe('config.d.ts', () => {
  let schema: ConfigSchema;

  // reads the declarations of every package that the plugin needs
  beforeAll(async () => {
    const dependencies = ['@sovd/plugin-sovd-deploy-backend'];
    schema = await loadConfigSchema({ dependencies });
  });

  function seenBy(...visibility: ConfigVisibility[]) {
    const given = [{ context: 'test', data: { ...rest, ...data } }];
    const [processed] = schema.process(given, { visibility });
    return processed.data.sovdDeploy;
  }

  it('lets nothing reach the pages', () => {
    expect(seenBy('frontend')).toBeUndefined();
  });

  it('keeps where the deployer’s token lies secret, and nothing else', () => {
    expect(seenBy('secret')).toEqual({
      targets: [{ deployer: { tokenFile: target.deployer.tokenFile } }],
    });
    expect(JSON.stringify(seenBy('backend'))).not.toContain(
      target.deployer.tokenFile,
    );
  });

  it('describes every key, and says who may see it', () => {
    const all = seenBy('backend', 'secret');
    expect(all).toEqual(data.sovdDeploy);
    const text = readFileSync(path.join(__dirname, '../config.d.ts'), 'utf8');
    const keys = text.match(/^ +\w+\??: /gm) ?? [];
    const marks = text.match(/@(deepV|v)isibility (backend|secret)/g) ?? [];
    expect(keys.length).toBeGreaterThan(20);
    // both objects between them, "sovdDeploy" and "targets", are marked too
    expect(marks).toHaveLength(keys.length);
  });

  it('refuses a key that has the wrong kind', () => {
    const wrong = { sovdDeploy: { targets: [{ ...target, engines: ['x'] }] } };
    expect(() =>
      schema.process([{ context: 'test', data: { ...rest, ...wrong } }]),
    ).toThrow('engines');
  });
});
