import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { toTerraformVariables } from './toTerraformVariables';
import type { TerraformTarget } from './toTerraformVariables';

const examples = path.resolve(
  __dirname,
  '../../../../templates/sovd-webapp/examples',
);
const target: TerraformTarget = {
  accountId: '123456789012',
  cluster: 'shared',
  clusterMode: 'create',
  namespacePattern: '{name}-{environment}',
  region: 'us-east-1',
};
const repositoryUrl = 'http://localhost:15930/sovd/fleet';

function answersOf(environment: string, changes = {}) {
  const file = path.join(examples, environment, 'answers.json');
  const answers = JSON.parse(readFileSync(file, 'utf8'));
  return answersSchema.parse({ ...answers, engine: 'terraform', ...changes });
}

function variablesOf(...input: Parameters<typeof toTerraformVariables>) {
  return JSON.parse(toTerraformVariables(...input)[1].content);
}

describe('toTerraformVariables', () => {
  it.each(['staging', 'production'])(
    'writes the golden files of %s, byte for byte',
    name => {
      const files = toTerraformVariables(
        answersOf(name),
        target,
        repositoryUrl,
      );
      expect(files.map(file => file.path)).toEqual([
        `infrastructure/terraform/environments/${name}/backend.hcl`,
        `infrastructure/terraform/environments/${name}/${name}.auto.tfvars.json`,
      ]);
      for (const { path: file, content } of files) {
        const golden = path.join(
          ...[examples, name, 'terraform', path.basename(file)],
        );
        expect(content).toBe(readFileSync(golden, 'utf8'));
      }
    },
  );

  it('writes nothing for CloudFormation', () => {
    const answers = answersOf('staging', { engine: 'cloudformation' });
    expect(toTerraformVariables(answers, target, repositoryUrl)).toEqual([]);
  });

  it('keeps each environment’s state under a key of its own, in the application’s bucket', () => {
    const [backend, other] = ['staging', 'qa'].map(
      environment =>
        toTerraformVariables(
          answersOf('staging', { environment }),
          target,
          repositoryUrl,
        )[0].content,
    );
    expect(backend).toContain('"fleet-staging/terraform.tfstate"');
    expect(other).toContain('"fleet-qa/terraform.tfstate"');
    expect(backend).toContain('"fleet-terraform-state-123456789012"');
    expect(backend).toContain('use_lockfile = true');
  });

  it('joins the target’s cluster where environments share one', () => {
    const answers = answersOf('staging');
    const shared = { ...target, clusterMode: 'existing' } as const;
    expect(variablesOf(answers, shared, repositoryUrl)).toMatchObject({
      create_cluster: false,
      existing_cluster_name: 'shared',
    });
    expect(variablesOf(answers, target, repositoryUrl)).toMatchObject({
      create_cluster: true,
      existing_cluster_name: '',
    });
  });

  it.each([
    ['https://github.com/sovd/fleet', 'sovd/fleet'],
    ['https://github.com/sovd/fleet.git', 'sovd/fleet'],
    ['https://github.com/sovd/fleet/tree/main', 'sovd/fleet'],
    ['https://notgithub.com/sovd/fleet', ''],
    [repositoryUrl, ''],
  ])('gives the pipeline of %s the role of %s', (url, repository) => {
    expect(variablesOf(answersOf('staging'), target, url)).toMatchObject({
      github_repository: repository,
    });
  });

  it('makes no zone without a domain', () => {
    const answers = answersOf('staging', { hostedZoneMode: 'create' });
    expect(
      variablesOf({ ...answers, domain: undefined }, target, repositoryUrl),
    ).toMatchObject({ domain: '', hosted_zone_mode: 'manual' });
  });
});
