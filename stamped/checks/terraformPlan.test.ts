import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PlannedEnvironments } from '../terraform/PlannedEnvironments.ts';
import { inventories } from '../terraform/inventories.ts';
import type { TerraformPlan } from '../terraform/TerraformPlan.ts';

interface Statement {
  Action: string[];
  Resource: string[];
  Principal: Record<string, string>;
  Condition: Record<string, Record<string, string>>;
}

/** Statements of a policy that a resource has as JSON. */
const statements = (json: unknown): Statement[] =>
  JSON.parse(String(json)).Statement;

describe('what Terraform makes of the answers', () => {
  let environments: PlannedEnvironments;
  let staging: TerraformPlan;
  let production: TerraformPlan;
  let both: TerraformPlan[];
  before(async () => {
    environments = await PlannedEnvironments.start();
    [staging, production] = await Promise.all([
      environments.plan('staging', 'github_repository=sovd/fleet'),
      environments.plan(
        'production',
        ...['nat_mode=per-zone', 'recovery_region=us-west-2'],
      ),
    ]);
    both = [staging, production];
  });
  after(() => environments?.dispose());

  test('is this and nothing else [T004 T074]', () => {
    assert.deepEqual(staging.inventory(), inventories.staging);
    assert.deepEqual(production.inventory(), inventories.production);
  });

  test('carries the tags that bills and people go by [T076]', () => {
    for (const [environment, plan] of Object.entries({
      staging,
      production,
    })) {
      const untagged = plan.resources.filter(
        ({ after: { tags_all: tags } }) => {
          const all = tags as Record<string, string> | undefined;
          return (
            all &&
            (all.Application !== 'fleet' ||
              all.Environment !== environment ||
              all['sovd:environment'] !== `fleet-${environment}` ||
              all.ManagedBy !== 'terraform')
          );
        },
      );
      assert.deepEqual(untagged, []);
      const machines = plan.one('aws_launch_template').tag_specifications;
      for (const { tags } of machines as { tags: Record<string, string> }[]) {
        assert.equal(tags.Environment, environment);
        assert.equal(tags['sovd:environment'], `fleet-${environment}`);
      }
    }
  });

  test('has three public and three private subnets in three zones [T041 T024]', () => {
    for (const plan of both) {
      for (const [end, tag] of [
        ['public', 'kubernetes.io/role/elb'],
        ['private', 'kubernetes.io/role/internal-elb'],
      ]) {
        const subnets = plan
          .all('aws_subnet')
          .filter(({ address }) => address.includes(`.${end}[`));
        assert.equal(subnets.length, 3);
        const zones = subnets.map(one => one.after.availability_zone);
        assert.equal(new Set(zones).size, 3);
        for (const { after: subnet } of subnets) {
          assert.partialDeepStrictEqual(subnet.tags, { [tag]: '1' });
        }
      }
      assert.equal(plan.one('aws_vpc').cidr_block, '10.0.0.0/16');
    }
    assert.equal(staging.all('aws_nat_gateway').length, 1);
    assert.equal(production.all('aws_nat_gateway').length, 3);
    assert.equal(production.all('aws_internet_gateway').length, 1);
  });

  test('has a cluster of three nodes with its OIDC provider and the nodes’ role [T007 T065]', () => {
    assert.partialDeepStrictEqual(production.one('aws_eks_cluster'), {
      name: 'fleet-production-cluster',
      version: '1.36',
      enabled_cluster_log_types: ['api', 'audit', 'authenticator'],
      upgrade_policy: [{ support_type: 'STANDARD' }],
      access_config: [{ authentication_mode: 'API' }],
      vpc_config: [
        { endpoint_private_access: true, endpoint_public_access: false },
      ],
    });
    assert.equal(staging.outputs.clusterName, 'fleet-staging-cluster');
    assert.equal(staging.outputs.region, 'us-east-1');
    const nodes = production.one('aws_eks_node_group');
    assert.partialDeepStrictEqual(nodes, {
      instance_types: ['t3.large'],
      scaling_config: [{ min_size: 3, desired_size: 3, max_size: 7 }],
    });
    assert.equal(production.all('aws_iam_openid_connect_provider').length, 1);
    const attached = production
      .all('aws_iam_role_policy_attachment')
      .filter(({ address }) => address.includes('.nodes['))
      .map(one => String(one.after.policy_arn).split('/').at(-1));
    assert.ok(attached.includes('AmazonEKSWorkerNodePolicy'));
    assert.partialDeepStrictEqual(production.one('aws_launch_template'), {
      metadata_options: [
        { http_tokens: 'required', http_put_response_hop_limit: 1 },
      ],
    });
  });

  test('has PostgreSQL as its tier needs it [T008 T014 T042 T044 T045 T066 T079 R019]', () => {
    const common = {
      engine: 'postgres',
      engine_version: '15',
      username: 'sovd_admin',
      storage_type: 'gp3',
      allocated_storage: 100,
      max_allocated_storage: 200,
      storage_encrypted: true,
      publicly_accessible: false,
    };
    assert.partialDeepStrictEqual(staging.one('aws_db_instance'), {
      ...common,
      identifier: 'fleet-staging',
      db_name: 'fleet_staging',
      instance_class: 'db.t3.medium',
      multi_az: false,
      backup_retention_period: 1,
      deletion_protection: false,
    });
    assert.partialDeepStrictEqual(production.one('aws_db_instance'), {
      ...common,
      identifier: 'fleet-production',
      db_name: 'fleet_production',
      instance_class: 'db.t3.large',
      multi_az: true,
      backup_retention_period: 7,
      deletion_protection: true,
      skip_final_snapshot: false,
    });
    assert.equal(production.all('aws_db_subnet_group').length, 1);
    const settings = production.one('aws_db_parameter_group').parameter;
    const force = (settings as { name: string; value: string }[]).find(
      ({ name }) => name === 'rds.force_ssl',
    );
    assert.equal(force?.value, '1');
  });

  test('has a cache as its tier needs it [T009 T048 T050 T067]', () => {
    const common = {
      engine: 'redis',
      engine_version: '7.1',
      port: 6379,
      at_rest_encryption_enabled: 'true',
      transit_encryption_enabled: true,
    };
    const type = 'aws_elasticache_replication_group';
    assert.partialDeepStrictEqual(staging.one(type), {
      ...common,
      replication_group_id: 'fleet-staging',
      node_type: 'cache.t3.small',
      num_cache_clusters: 1,
      automatic_failover_enabled: false,
    });
    assert.partialDeepStrictEqual(production.one(type), {
      ...common,
      replication_group_id: 'fleet-production',
      node_type: 'cache.t3.medium',
      num_cache_clusters: 2,
      automatic_failover_enabled: true,
      multi_az_enabled: true,
    });
    assert.equal(production.all('aws_elasticache_subnet_group').length, 1);
    assert.equal(production.all('aws_cloudformation_stack').length, 1);
  });

  test('lets the cluster reach database and cache, and nobody else [T047 T051]', () => {
    const rules = production.all('aws_vpc_security_group_ingress_rule');
    assert.deepEqual(
      rules.map(({ after: rule }) => [rule.from_port, rule.to_port]).sort(),
      [
        [5432, 5432],
        [6379, 6379],
      ],
    );
    for (const { after: rule } of rules) {
      assert.equal(rule.cidr_ipv4, null);
      assert.equal(rule.cidr_ipv6, null);
    }
    const groups = production.all('aws_security_group').map(one => one.after);
    for (const { ingress } of groups) assert.equal(ingress, undefined);
  });

  test('asks for the certificate of the domain and the proof in its zone, or leaves both out; the load balancer is its controller’s [T010 T068 T069]', () => {
    assert.partialDeepStrictEqual(production.one('aws_acm_certificate'), {
      domain_name: 'fleet.sovd.dev',
      validation_method: 'DNS',
    });
    assert.equal(production.all('aws_route53_zone').length, 1);
    assert.equal(production.all('aws_lb').length, 0);
    assert.equal(staging.all('aws_acm_certificate').length, 0);
    assert.equal(staging.all('aws_route53_record').length, 0);
    assert.equal(staging.all('aws_route53_zone').length, 0);
  });

  test('names the secrets as the ExternalSecret asks for them, and keeps no value [T029 T046 T075]', () => {
    const names = production
      .all('aws_secretsmanager_secret')
      .map(one => one.after.name);
    assert.deepEqual(names.sort(), [
      ...['fleet-production/database', 'fleet-production/jwt'],
      'fleet-production/redis',
    ]);
    for (const plan of both) {
      const database = plan.one('aws_db_instance');
      assert.equal(database.password ?? null, null);
      assert.equal(database.password_wo_version, 1);
      for (const { after: version } of plan.all(
        'aws_secretsmanager_secret_version',
      )) {
        assert.equal(version.secret_string ?? null, null);
        assert.equal(version.secret_string_wo_version, 1);
      }
    }
  });

  test('keeps the ten newest images and none without a tag [T039]', () => {
    const names = production
      .all('aws_ecr_repository')
      .map(one => one.after.name);
    assert.deepEqual(names.sort(), [
      'fleet-production-backend',
      'fleet-production-frontend',
    ]);
    for (const { after: policy } of production.all(
      'aws_ecr_lifecycle_policy',
    )) {
      const { rules } = JSON.parse(String(policy.policy));
      assert.partialDeepStrictEqual(rules, [
        { selection: { tagStatus: 'untagged' }, action: { type: 'expire' } },
        {
          selection: { countType: 'imageCountMoreThan', countNumber: 10 },
          action: { type: 'expire' },
        },
      ]);
    }
  });

  test('gives the pipeline a role for its repository and environment only [T071]', () => {
    const [trust] = statements(
      staging.one('aws_iam_role', 'deploy[0]').assume_role_policy,
    );
    assert.deepEqual(trust.Condition.StringEquals, {
      'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
      'token.actions.githubusercontent.com:sub':
        'repo:sovd/fleet:environment:staging',
    });
    const roles = staging.all('aws_iam_role').map(one => one.after.name);
    for (const purpose of ['backend', 'secrets-reader', 'nodes', 'cluster']) {
      assert.ok(roles.includes(`fleet-staging-${purpose}`), purpose);
    }
  });

  test('has closed, encrypted, versioned buckets for backups and logs [T070 R020]', () => {
    const buckets = production
      .all('aws_s3_bucket')
      .map(one => one.after.bucket);
    assert.deepEqual(
      buckets.sort(),
      ['alb-logs', 'backups', 'logs'].map(
        name => `fleet-production-${name}-123456789012`,
      ),
    );
    for (const { after: closed } of production.all(
      'aws_s3_bucket_public_access_block',
    )) {
      assert.equal(closed.restrict_public_buckets, true);
    }
    for (const type of [
      'aws_s3_bucket_versioning',
      'aws_s3_bucket_server_side_encryption_configuration',
      'aws_s3_bucket_policy',
    ]) {
      assert.equal(production.all(type).length, 3, type);
    }
  });

  test('keeps audit logs and dumps as long as the answers say, and then no longer [R020]', () => {
    const rulesOf = (bucket: string) =>
      production.one(
        'aws_s3_bucket_lifecycle_configuration',
        `.this["${bucket}"]`,
      ).rule as {
        status: string;
        filter: { prefix?: string }[];
        expiration: { days: number }[];
      }[];
    const daysOf = (bucket: string) =>
      rulesOf(bucket)
        .filter(({ expiration }) => expiration.length)
        .map(({ status, filter, expiration }) => [
          ...[status, filter[0]?.prefix ?? ''],
          expiration[0].days,
        ]);
    assert.deepEqual(daysOf('logs'), [['Enabled', 'audit/', 90]]);
    assert.deepEqual(daysOf('backups'), [['Enabled', 'dumps/', 30]]);
    assert.deepEqual(daysOf('alb-logs'), [['Enabled', '', 30]]);
  });

  test('keeps daily snapshots 30 days, copies them where asked, and logs 30 and 90 days [R026]', () => {
    assert.partialDeepStrictEqual(production.one('aws_backup_plan'), {
      rule: [
        {
          schedule: 'cron(0 5 * * ? *)',
          lifecycle: [{ delete_after: 30 }],
          copy_action: [{ lifecycle: [{ delete_after: 30 }] }],
        },
      ],
    });
    assert.partialDeepStrictEqual(staging.one('aws_backup_plan'), {
      rule: [{ copy_action: [] }],
    });
    const days = (end: string) =>
      production.one('aws_cloudwatch_log_group', end).retention_in_days;
    assert.equal(days('.application'), 30);
    assert.equal(days('.audit'), 90);
  });

  test('writes passwords that no state knows [T046 T075]', async () => {
    await environments.run([
      ...['apply', '-auto-approve', '-no-color', '-target=module.secrets'],
      ...environments.values('staging'),
    ]);
    const value = await secretValue(
      environments.endpoint,
      'fleet-staging/database',
    );
    const { password } = JSON.parse(value);
    // it becomes part of a URL
    assert.match(password, /^[A-Za-z0-9]{40}$/);
    const state = await environments.state();
    assert.match(state, /fleet-staging\/database/);
    assert.ok(!state.includes(password));
  });
});

/** What Secrets Manager holds under a name. */
async function secretValue(endpoint: string, name: string): Promise<string> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=sandbox/20260101/us-east-1/secretsmanager/aws4_request, SignedHeaders=host, Signature=0',
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
    },
    body: JSON.stringify({ SecretId: name }),
  });
  const { SecretString } = (await answer.json()) as { SecretString: string };
  return SecretString;
}
