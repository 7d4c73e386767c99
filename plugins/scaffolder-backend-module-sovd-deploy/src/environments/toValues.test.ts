import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';
import { toValues } from './toValues';

const answers = answersSchema.parse({
  name: 'fleet-eu',
  owner: 'group:default/platform',
  environment: 'pre-prod',
  target: 'aws',
  backendReplicas: 7,
  logLevel: 'WARNING',
});

describe('toValues', () => {
  it('writes what was answered into the folder of the environment', () => {
    const { path, content } = toValues(answers);
    expect(path).toBe('environments/pre-prod/values.yaml');
    expect(parse(content)).toEqual({
      global: {
        application: 'fleet-eu',
        environment: 'pre-prod',
        tier: 'staging',
      },
      backend: { replicaCount: 7 },
      config: { logLevel: 'WARNING', database: { ssl: 'require' } },
    });
  });

  it('says that edits are overwritten', () => {
    expect(toValues(answers).content).toMatch(/^# Generated from .+\n/);
  });

  it('leaves to the deployer what only the deployer knows', () => {
    const { backend, config } = parse(toValues(answers).content);
    expect(backend).not.toHaveProperty('image');
    expect(config.database).not.toHaveProperty('host');
  });
});
