import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { pick, StampedChart } from '../chart/StampedChart.ts';
import { staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { Terraform } from '../terraform/Terraform.ts';

/** One line of `terraform test -json`. */
interface Line {
  type: string;
  test_run?: { path: string; run: string; progress: string; status: string };
  diagnostic?: { severity: string; summary: string; detail: string };
  test_state?: { outputs: Record<string, { value: unknown }> };
  '@testrun'?: string;
}

describe('the repository’s own tests of Terraform', () => {
  let repository: string;
  let folder: string;
  let terraform: Terraform;
  let lines: Line[];
  before(async () => {
    [repository, terraform] = await Promise.all([
      stampRepository(staging.answers),
      Terraform.find(),
    ]);
    folder = path.join(repository, 'infrastructure/terraform');
    await terraform.init(folder);
    const text = await terraform
      .run(folder, ['test', '-json', '-verbose'])
      .catch(error => error.output as string);
    lines = text
      .split('\n')
      .filter(line => line.startsWith('{'))
      .map(line => JSON.parse(line));
  });
  after(() =>
    Promise.all([
      terraform?.dispose(),
      repository && rm(repository, { recursive: true, force: true }),
    ]),
  );

  const runs = () =>
    lines.flatMap(({ test_run: run }) =>
      run?.progress === 'complete' ? [run] : [],
    );
  const passed = (...names: string[]) => {
    for (const name of names) {
      const run = runs().find(one => one.run === name);
      assert.equal(run?.status, 'pass', name);
    }
  };

  test('pass, all of them', () => {
    const errors = lines.flatMap(({ diagnostic }) =>
      diagnostic?.severity === 'error'
        ? [`${diagnostic.summary}: ${diagnostic.detail}`]
        : [],
    );
    assert.deepEqual(errors, []);
    assert.equal(runs().length, 12);
    for (const { run, status } of runs()) assert.equal(status, 'pass', run);
  });

  test('show that every output says something, and what the chart takes from them [T025 T026 T027 T028 T033 T064]', () => {
    passed(
      'staging_has_what_its_tier_needs',
      'production_can_have_all_that_is_asked_of_it',
    );
  });

  /** Outputs of the run that pretends to apply staging. */
  const outputs = (): Record<string, unknown> => {
    const line = lines.find(
      one =>
        one.test_state && one['@testrun'] === 'staging_has_what_its_tier_needs',
    );
    return Object.fromEntries(
      Object.entries(line?.test_state?.outputs ?? {}).map(
        ([key, { value }]) => [key, value],
      ),
    );
  };

  test('give outputs that fit the contract [T064 T082]', async () => {
    const file = path.join(repository, 'environments/outputs.schema.json');
    const schema: {
      required: string[];
      properties: Record<string, { pattern?: string }>;
    } = JSON.parse(await readFile(file, 'utf8'));
    const given = outputs();
    for (const [key, { pattern = '.' }] of Object.entries(schema.properties)) {
      assert.match(String(given[key]), new RegExp(pattern), key);
      assert.equal(typeof given[key], 'string', key);
    }
  });

  test('give values that the chart takes as they are [T025 T026 T027 T028 T032]', async t => {
    const chart = await StampedChart.of(staging);
    t.after(() => chart.dispose());
    const values = parse(String(outputs().helm_values_yaml));
    const rendered = await chart.render(values, {
      ingress: { enabled: true },
      global: { domain: 'staging.fleet.example.com' },
    });
    const { data } = pick(rendered, 'ConfigMap', 'fleet-staging-config');
    assert.equal(data?.DATABASE_HOST, 'database.example.com');
    assert.equal(data?.REDIS_HOST, 'cache.example.com');
    const { metadata: ingress } = pick(rendered, 'Ingress');
    assert.equal(
      ingress.annotations?.['alb.ingress.kubernetes.io/certificate-arn'],
      outputs().certificateArn,
    );
    const { metadata: account } = pick(rendered, 'ServiceAccount');
    assert.equal(
      account.annotations?.['eks.amazonaws.com/role-arn'],
      outputs().appRoleArn,
    );
    // the account that the role's trust names
    assert.equal(account.name, 'fleet-staging-backend');
  });

  test('show that a cluster that is there can be joined [T035]', () => {
    passed('joins_a_cluster_that_is_there', 'shares_a_database_that_is_there');
  });

  test('show that pods get exactly their roles, both ways [T020 T040]', () => {
    passed(
      'pods_get_roles_by_the_cluster_s_issuer',
      'pods_get_roles_by_association',
      'gives_pods_their_roles_by_association',
      'the_pipeline_points_the_domain_and_changes_nothing_else_of_its_zone',
    );
  });

  test('show that the cache’s password stays out of Terraform [T075]', () => {
    passed('the_cache_takes_its_password_from_secrets_manager');
  });

  test('refuse wrong values of every variable that has a rule [T063]', async () => {
    passed(
      'refuses_values_out_of_their_bounds',
      'refuses_answers_that_contradict_others',
      'refuses_a_production_that_would_not_outlive_a_zone',
    );
    const variables = await readFile(path.join(folder, 'variables.tf'), 'utf8');
    const ruled = variables
      .split(/^variable /m)
      .filter(block => block.includes('validation {'))
      .map(block => block.split('"')[1]);
    const refusals = await readFile(
      path.join(folder, 'tests/refusals.tftest.hcl'),
      'utf8',
    );
    const unproven = ruled.filter(name => !refusals.includes(`var.${name},`));
    assert.deepEqual(unproven, []);
  });

  test('use names that the repository’s manifests use [T020 T029]', async () => {
    const bootstrap = 'infrastructure/k8s/bootstrap/staging';
    const read = async (file: string) =>
      parse(await readFile(path.join(repository, bootstrap, file), 'utf8'));
    const account = await read('service-account.yaml');
    assert.equal(account.metadata.name, 'sovd-webapp-secrets-reader');
    assert.equal(
      account.metadata.annotations['eks.amazonaws.com/role-arn'],
      'arn:aws:iam::123456789012:role/fleet-staging-secrets-reader',
    );
    const secret = await read('external-secret.yaml');
    assert.deepEqual(
      secret.spec.data.map(
        ({ remoteRef }: { remoteRef: { key: string } }) => remoteRef.key,
      ),
      ['fleet-staging/database', 'fleet-staging/jwt', 'fleet-staging/redis'],
    );
  });
});
