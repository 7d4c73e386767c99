import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { AwsServer } from '@sovd/sandbox/contract/aws/AwsServer.ts';
import { content } from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import {
  kinds,
  oneSided,
  onlyTerraform,
  parityTable,
  uncompared,
  type EngineResource,
} from '../parity/parityTable.ts';
import { readTemplate } from '../parity/readTemplate.ts';
import { stackResources } from '../parity/stackResources.ts';
import { production, staging } from '../repository/matrix.ts';
import { PlannedEnvironments } from '../terraform/PlannedEnvironments.ts';

/** Who reaches production's cluster, by the team's own word. */
const access = {
  // in the order of a set, as Terraform plans it
  apiCidrs: ['198.51.100.7/32', '203.0.113.0/24'],
  adminRole: 'arn:aws:iam::123456789012:role/platform',
};

/** What the two environments of the checks leave out, said to each engine in its way. */
const choices = [
  [
    staging,
    ['github_repository=sovd/fleet'],
    { GitHubRepository: 'sovd/fleet' },
  ],
  [
    production,
    ['nat_mode=per-zone', 'workload_identity=pod-identity'],
    {
      NatMode: 'per-zone',
      WorkloadIdentity: 'pod-identity',
      // what the portal makes of access.json, which Terraform reads by itself
      ApiAccessCidrs: access.apiCidrs.join(),
      ClusterAdminRole: access.adminRole,
    },
  ],
] as const;

interface Sides {
  /** Names of Terraform's outputs. */
  outputs: readonly string[];
  terraform: readonly EngineResource[];
  cloudFormation: readonly EngineResource[];
}

describe('Terraform and CloudFormation make the same of the same answers', () => {
  const sides: Record<string, Sides> = {};
  before(async () => {
    const [planned, server] = await Promise.all([
      PlannedEnvironments.start(),
      AwsServer.start(),
    ]);
    try {
      await planned.write(
        'environments/production/access.json',
        JSON.stringify(access),
      );
      for (const [variant, variables, parameters] of choices) {
        const environment = String(variant.answers.environment);
        const [plan, resources] = await Promise.all([
          planned.plan(environment, ...variables),
          stackResources(server, variant, parameters),
        ]);
        sides[environment] = {
          outputs: Object.keys(plan.outputs),
          terraform: plan.resources.map(({ type, after: values }) => ({
            type,
            values,
          })),
          cloudFormation: resources.map(({ type, properties }) => ({
            type,
            values: properties,
          })),
        };
      }
    } finally {
      await Promise.all([planned.dispose(), server.dispose()]);
    }
  });

  for (const { name } of kinds) {
    test(`${name} [H007]`, () => {
      let rows = 0;
      for (const { terraform, cloudFormation } of Object.values(sides)) {
        const expected = parityTable(terraform, 'terraform')[name];
        const found = parityTable(cloudFormation, 'cloudFormation')[name];
        assert.deepEqual(found, expected);
        rows += found.length;
      }
      assert.ok(rows > 0, 'neither engine makes one');
    });
  }

  test('a snapshot of each day stays for 30 days [R018]', () => {
    for (const { cloudFormation } of Object.values(sides)) {
      const [plan] = parityTable(cloudFormation, 'cloudFormation')[
        'backup plan'
      ];
      assert.partialDeepStrictEqual(JSON.parse(plan), {
        when: 'cron(0 5 * * ? *)',
        days: '30',
      });
    }
  });

  test('outputs [H007]', async () => {
    const { Outputs } = await readTemplate(
      path.join(content, 'infrastructure/cloudformation/main.yaml'),
    );
    const given = Object.keys(Outputs).map(
      key => `${key[0].toLowerCase()}${key.slice(1)}`,
    );
    // CloudFormation proves the certificate itself; the portal makes the values
    const own = ['certificateProof', 'helm_values', 'helm_values_yaml'];
    for (const { outputs } of Object.values(sides)) {
      assert.deepEqual(
        given.sort(),
        outputs.filter(key => !own.includes(key)).sort(),
      );
    }
  });

  test('what only Terraform offers is a variable of it, and is said to the team [H007]', async () => {
    const read = (file: string) => readFile(path.join(content, file), 'utf8');
    const [variables, page] = await Promise.all([
      read('infrastructure/terraform/variables.tf'),
      read('docs/runbooks/infrastructure_setup.md'),
    ]);
    const { Parameters } = await readTemplate(
      path.join(content, 'infrastructure/cloudformation/main.yaml'),
    );
    const same = (name: string) => name.replaceAll('_', '').toLowerCase();
    for (const name of Object.keys(onlyTerraform)) {
      assert.ok(variables.includes(`variable "${name}"`), name);
      assert.ok(!Object.keys(Parameters).map(same).includes(same(name)), name);
      assert.ok(page.includes(`\`${name}\``), name);
    }
  });

  test('no resource is left out, and no excuse is stale [H007]', () => {
    const all = Object.values(sides).flatMap(side => [
      ...side.terraform,
      ...side.cloudFormation,
    ]);
    assert.deepEqual(uncompared(all), []);
    const types = new Set(all.map(({ type }) => type));
    const stale = Object.keys(oneSided).filter(type => !types.has(type));
    assert.deepEqual(stale, []);
  });
});
