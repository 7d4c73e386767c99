import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { production } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';

/** What the seeds of the chart ask of the files around it, where both engines must agree. */
let repository: string;
let template: { Resources: Record<string, Resource> };
let parameters: Map<string, string>;
let variables: Record<string, unknown>;
let terraform: string;

interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
}
const read = (file: string) => readFile(path.join(repository, file), 'utf8');

async function modulesOf(): Promise<string> {
  const folder = 'infrastructure/terraform/modules';
  const files = await readdir(path.join(repository, folder), {
    recursive: true,
  });
  const texts = files
    .filter(name => name.endsWith('main.tf'))
    .map(name => read(path.join(folder, name)));
  return (await Promise.all(texts)).join('\n');
}

before(async () => {
  // the engine decides which of the two is used, not which are there
  repository = await stampRepository(production.answers);
  template = parse(await read('infrastructure/cloudformation/main.yaml'), {
    logLevel: 'silent',
  });
  const given = JSON.parse(
    await read('infrastructure/cloudformation/parameters/production.json'),
  ) as { ParameterKey: string; ParameterValue: string }[];
  parameters = new Map(
    given.map(one => [one.ParameterKey, one.ParameterValue]),
  );
  variables = JSON.parse(
    await read(
      'infrastructure/terraform/environments/production/production.auto.tfvars.json',
    ),
  );
  terraform = await modulesOf();
});
after(() => rm(repository, { recursive: true, force: true }));

const ofType = (type: string) =>
  Object.values(template.Resources).filter(({ Type }) => Type === type);

/** The same in both engines: resources, and values of the environment. */
function both(type: string, resource: string, count?: number) {
  const found = ofType(type);
  assert.ok(found.length > 0, type);
  if (count) assert.equal(found.length, count, type);
  assert.ok(terraform.includes(`resource "${resource}" `), resource);
}
const agree = (parameter: string, variable: string, value: unknown) => {
  assert.equal(parameters.get(parameter), String(value), parameter);
  assert.equal(variables[variable], value, variable);
};

test('both engines are stamped, and make cluster, network and database [H012]', () => {
  both('AWS::EKS::Cluster', 'aws_eks_cluster', 1);
  both('AWS::EC2::VPC', 'aws_vpc', 1);
  both('AWS::EC2::Subnet', 'aws_subnet', 6);
  for (const kind of ['public', 'private'])
    assert.ok(terraform.includes(`resource "aws_subnet" "${kind}"`), kind);
});

test('three workers of t3.large in three zones [H008]', () => {
  both('AWS::EKS::Nodegroup', 'aws_eks_node_group', 1);
  agree('NodesDesired', 'nodes_desired', 3);
  agree('NodeInstanceType', 'node_instance_type', 't3.large');
  agree('AvailabilityZones', 'availability_zones', 3);
});

test('PostgreSQL on gp3, in production over several zones [H009 H013]', () => {
  both('AWS::RDS::DBInstance', 'aws_db_instance', 1);
  agree('DatabaseMultiAz', 'database_multi_az', true);
  const [{ Properties: database }] = ofType('AWS::RDS::DBInstance');
  assert.equal(database.StorageType, 'gp3');
  assert.equal(database.Engine, 'postgres');
  assert.match(terraform, /storage_type\s+= "gp3"/);
});

test('Redis is a replication group with a replica, cluster mode off [H010 H054 H055]', () => {
  both(
    'AWS::ElastiCache::ReplicationGroup',
    'aws_elasticache_replication_group',
  );
  agree('CacheNodes', 'cache_nodes', 2);
  assert.match(terraform, /automatic_failover_enabled\s+=/);
  const [{ Properties: cache }] = ofType('AWS::ElastiCache::ReplicationGroup');
  assert.equal(cache.NumNodeGroups, undefined);
  assert.doesNotMatch(terraform, /num_node_groups/);
});

test('buckets for backups and logs are encrypted, versioned and private [H013]', () => {
  const buckets = ofType('AWS::S3::Bucket');
  assert.ok(buckets.length >= 2);
  for (const { Properties } of buckets) {
    assert.ok(Properties.BucketEncryption);
    assert.ok(Properties.PublicAccessBlockConfiguration);
  }
  // the values of the chart name the one that the load balancer writes to
  assert.ok(
    buckets.some(
      ({ Properties }) =>
        Properties.BucketName === '${NamePrefix}-alb-logs-${AWS::AccountId}',
    ),
  );
  assert.ok(terraform.includes('"${var.name}-${each.key}-${var.account_id}"'));
  for (const resource of [
    'aws_s3_bucket_versioning',
    'aws_s3_bucket_public_access_block',
    'aws_s3_bucket_server_side_encryption_configuration',
  ])
    assert.ok(terraform.includes(`resource "${resource}" `), resource);
});

test('three secrets, a zone and a certificate [H014 H015 H016]', () => {
  both('AWS::SecretsManager::Secret', 'aws_secretsmanager_secret', 3);
  both('AWS::Route53::HostedZone', 'aws_route53_zone');
  both('AWS::CertificateManager::Certificate', 'aws_acm_certificate', 1);
  const [{ Properties }] = ofType('AWS::CertificateManager::Certificate');
  assert.equal(Properties.ValidationMethod, 'DNS');
  assert.match(terraform, /validation_method\s+= "DNS"/);
});

test('the images are those that the chart runs [H068 H069 H070 H071]', async () => {
  const [backend, frontend] = await Promise.all([
    read('backend/Dockerfile.prod'),
    read('frontend/Dockerfile.prod'),
  ]);
  assert.match(backend, /ARG PYTHON_VERSION=3\.11/);
  assert.match(backend, /AS builder[\s\S]+useradd --uid 1001/);
  assert.match(backend, /EXPOSE 8000/);
  assert.match(backend, /--workers \$\{WEB_CONCURRENCY:-4\}/);
  assert.match(
    backend,
    /HEALTHCHECK --interval=30s --timeout=10s --start-period=40s --retries=3[\s\S]+\/health\/ready/,
  );
  assert.match(frontend, /nginx-unprivileged:\S*alpine/);
  assert.match(frontend, /NGINX_PORT=8080/);
  assert.match(frontend, /\/usr\/share\/nginx\/html/);
});

test('nginx has one configuration, which leads /api/ and /ws/ to the Service backend [H072 H073 H074 H075]', async () => {
  const nginx = await read('infrastructure/docker/nginx.conf');
  assert.equal(await read('frontend/nginx.conf'), nginx);
  for (const name of ['/api/', '/ws/'])
    assert.match(
      nginx,
      new RegExp(`location ${name} \\{[^}]*proxy_pass http://backend:8000;`),
    );
  for (const word of ['read', 'send'])
    assert.ok(nginx.includes(`proxy_${word}_timeout 7d;`), word);
  assert.match(nginx, /proxy_set_header Upgrade \$http_upgrade;/);
  assert.match(
    await read('frontend/Dockerfile.prod'),
    /HEALTHCHECK[\s\S]+wget -q --spider/,
  );
});

test('local work has six services under the seeds’ names and ports [H080 H082]', async () => {
  const { services } = parse(await read('docker-compose.yml')) as {
    services: Record<string, { ports?: string[] }>;
  };
  const ports = {
    ...{ db: 5432, redis: 6379, backend: 8000, frontend: 3000 },
    ...{ prometheus: 9090, grafana: 3001 },
  };
  for (const [name, port] of Object.entries(ports))
    assert.match(
      JSON.stringify(services[name]?.ports ?? []),
      new RegExp(`[":]${port}:`),
      name,
    );
});
