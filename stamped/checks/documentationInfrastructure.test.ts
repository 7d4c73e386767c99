import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { MarkdownPage } from '../documents/MarkdownPage.ts';
import { says } from '../documents/says.ts';
import { StampedDocuments } from '../documents/StampedDocuments.ts';
import { inventories } from '../terraform/inventories.ts';

describe('infrastructure_setup.md', () => {
  let documents: StampedDocuments;
  let page: MarkdownPage;
  before(async () => {
    documents = await StampedDocuments.stamp();
    page = documents.page('runbooks/infrastructure_setup');
  });
  after(() => documents?.dispose());

  test('has the seven sections in their order [T002 T054 T077]', () => {
    const numbered = page.titles(2).filter(title => /^\d/.test(title));
    assert.deepEqual(numbered, [
      '1. Prerequisites',
      '2. Initial setup',
      '3. Provisioning',
      '4. After provisioning',
      '5. Verification',
      '6. Teardown',
      '7. Cost',
    ]);
    says(
      page.section('2. Initial setup'),
      'git clone',
      'aws configure',
      'environment.yaml',
    );
    assert.ok(
      page
        .titles(2)
        .includes('Manual setup without Terraform or CloudFormation'),
    );
  });

  test('says what must be there first, and what the chart needs of a cluster [T006 T030 T053]', () => {
    const needed = page.section('1. Prerequisites');
    says(
      needed,
      'AWS CLI',
      '`aws configure`',
      'Terraform 1.11 or newer (1.5',
      'kubectl',
      'Helm 4 (or 3.18',
      'an AWS account, and rights',
      'images in ECR',
    );
    says(
      needed,
      'External Secrets Operator',
      'AWS Load Balancer Controller',
      'metrics-server',
      '`imagePullSecrets`',
      'nodes’ role'.replace('’', "'"),
    );
    for (const environment of ['staging', 'production'])
      says(
        documents.page(`environments/${environment}`).section('Sign in'),
        `aws eks update-kubeconfig --region us-east-1 --name fleet-${environment}-cluster`,
      );
  });

  test('names the technology in a table [T022]', () => {
    says(
      page.section('Technology'),
      'PostgreSQL 15 or newer',
      'Redis 7',
      'gRPC first, WebSocket as the fallback',
      'nginx',
      'Docker Compose',
      'Helm',
      'GitHub Actions',
      'Prometheus, Grafana',
      'structlog',
      'OpenTelemetry, Jaeger',
    );
  });

  test('goes from init over plan and apply to the outputs [T055]', () => {
    const steps = page.sections.filter(
      ({ level, title }) =>
        level === 4 && /^Step \d: (terraform|Capture)/.test(title),
    );
    assert.deepEqual(
      steps.map(({ title }) => title.split(': ')[1]),
      [
        'terraform init',
        'terraform plan',
        'terraform apply',
        'Capture the outputs',
      ],
    );
    says(page.section('3. Provisioning'), '20 minutes (not measured)');
  });

  test('shows a plan, whose sum is that of a staging’s plan [T074]', () => {
    const [, count] =
      /^Plan: (\d+) to add, 0 to change, 0 to destroy\.$/m.exec(page.text) ??
      [];
    const planned = Object.values(inventories.staging).reduce(
      (sum, each) => sum + each,
      0,
    );
    assert.equal(Number(count), planned);
  });

  test('says what GitHub and AWS have to know of each other, and who needs a way into the cluster', async () => {
    const setup = new MarkdownPage(
      'SETUP.md',
      await documents.read('.github/SETUP.md'),
    );
    says(
      setup.section('Trust between AWS and GitHub'),
      'aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com --client-id-list sts.amazonaws.com',
      'create_github_provider',
    );
    const way = 'environments/<environment>/access.json';
    says(
      setup.section('A way into the cluster'),
      'apiCidrs',
      'adminRole',
      'DEPLOY_RUNNER',
      'the portal',
    );
    says(page.section('A way into the cluster'), way);
    says(
      await documents.read('.github/workflows/_deploy.yml'),
      "runs-on: ${{ vars.DEPLOY_RUNNER || 'ubuntu-24.04' }}",
    );
    // Terraform reads the file that the page names, and no generated one
    says(
      await documents.read('infrastructure/terraform/main.tf'),
      '${path.root}/../../environments/${var.environment}/access.json',
    );
  });

  test('installs each add-on in its pinned version [T034]', async () => {
    const { addOns } = parse(
      await documents.read('infrastructure/k8s/addons/versions.yaml'),
    ) as {
      addOns: Record<'name' | 'repository' | 'version' | 'namespace', string>[];
    };
    const block = page.section('Add-ons').replace(/\s*\\\n\s*/g, ' ');
    for (const { name, repository, version, namespace } of addOns)
      says(
        block,
        `helm upgrade --install ${name} ${name} --repo ${repository} --version ${version} --namespace ${namespace}`,
      );
    assert.equal(block.match(/helm upgrade/g)?.length, addOns.length);
  });

  test('operator, secrets, SecretStore: three parts [T038 T056]', () => {
    const secrets = page.section('Secrets');
    const titles = [...secrets.matchAll(/^#### (.+)$/gm)].map(
      ([, title]) => title,
    );
    assert.deepEqual(titles, [
      'Install the External Secrets Operator',
      'Create the secrets in Secrets Manager',
      'Configure SecretStore and ExternalSecret',
    ]);
    says(secrets, '<name>/database', '<name>/jwt', '<name>/redis');
    says(
      page.section('Values and release'),
      'values-<environment>.yaml',
      'outputs.yaml',
      'deployment.md',
    );
  });

  test('checks console, cluster, database and Redis [T057 T078]', () => {
    const verification = page.section('5. Verification');
    says(
      verification,
      'AWS console',
      'kubectl get nodes',
      'psql',
      'redis-cli',
      'PONG',
    );
  });

  test('takes the release away before the infrastructure, then looks for leftovers [T058 T080]', () => {
    const teardown = page.section('6. Teardown');
    const order = [
      'uninstall',
      'delete ingress',
      'terraform destroy',
      'scripts/teardown_check.sh',
    ].map(word => teardown.replace(/-chdir=\S+ /, '').indexOf(word));
    assert.ok(
      order.every(at => at > 0),
      order.join(),
    );
    assert.deepEqual(
      order,
      order.toSorted((one, other) => one - other),
    );
    says(
      teardown,
      '15 minutes (not measured)',
      'network interfaces (ENIs)',
      'snapshots',
      'recovery window',
      'images in ECR',
    );
  });

  test('can be done by hand, step by step [T005]', () => {
    const manual = page.section(
      'Manual setup without Terraform or CloudFormation',
    );
    const steps = [...manual.matchAll(/^(\d)\. /gm)].map(([, number]) =>
      Number(number),
    );
    assert.deepEqual(steps, [1, 2, 3, 4, 5, 6, 7]);
    says(
      manual,
      'eksctl create cluster -f infrastructure/eksctl/cluster.yaml',
      'eksctl create iamserviceaccount',
      'aws rds create-db-instance',
      'aws elasticache create-replication-group',
      'aws ecr create-repository',
      'aws acm request-certificate',
    );
    assert.equal(manual.match(/\*\*Verify:\*\*/g)?.length, 7);
  });

  test('keeps environments apart by states, and answers those who look for workspaces or DynamoDB [T060 T062]', () => {
    says(
      page.section('2. Initial setup'),
      'backend.hcl',
      "workspaces aren't used",
      'use_lockfile',
      'DynamoDB',
      'create_lock_table',
    );
  });

  test('says who makes the load balancer, and how DNS is done by hand [T068 T069]', () => {
    says(
      page.section('Load balancer and DNS'),
      "isn't provisioned",
      'AWS Load Balancer Controller',
      'set the records yourself',
      'certificateProof',
    );
  });
});
