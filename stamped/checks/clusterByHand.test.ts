import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';

interface AddOn {
  name: string;
  repository: string;
  version: string;
  namespace: string;
  for: string;
  set?: Record<string, string>;
}

describe('a cluster', () => {
  let repository: string;
  before(async () => {
    repository = await stampRepository(staging.answers);
  });
  after(() => repository && rm(repository, { recursive: true, force: true }));

  const read = async (file: string) =>
    parse(
      await readFile(path.join(repository, 'infrastructure', file), 'utf8'),
    );

  test('can be made by eksctl as Terraform makes it [T072]', async () => {
    assert.partialDeepStrictEqual(await read('eksctl/cluster.yaml'), {
      apiVersion: 'eksctl.io/v1alpha5',
      kind: 'ClusterConfig',
      metadata: { version: '1.36', region: 'us-east-1' },
      upgradePolicy: { supportType: 'STANDARD' },
      accessConfig: { authenticationMode: 'API' },
      iam: { withOIDC: true },
      managedNodeGroups: [
        {
          instanceType: 't3.large',
          minSize: 3,
          desiredCapacity: 3,
          maxSize: 5,
          privateNetworking: true,
          volumeEncrypted: true,
          disablePodIMDS: true,
        },
      ],
    });
  });

  test('gets its add-ons in pinned versions, each with values, and what differs from the outputs [T034 R031]', async () => {
    const { addOns }: { addOns: AddOn[] } = await read(
      'k8s/addons/versions.yaml',
    );
    const names = addOns.map(({ name }) => name);
    assert.deepEqual(names, [
      'aws-load-balancer-controller',
      'external-secrets',
      'metrics-server',
      'cluster-autoscaler',
      'aws-for-fluent-bit',
      'kube-prometheus-stack',
      'argo-rollouts',
    ]);
    const files = await readdir(
      path.join(repository, 'infrastructure/k8s/addons/values'),
    );
    assert.deepEqual(files.sort(), names.map(name => `${name}.yaml`).sort());
    const outputs = await readFile(
      path.join(repository, 'infrastructure/terraform/outputs.tf'),
      'utf8',
    );
    for (const addOn of addOns) {
      assert.match(addOn.version, /^\d+\.\d+\.\d+$/, addOn.name);
      assert.match(addOn.repository, /^https:/, addOn.name);
      for (const key of Object.values(addOn.set ?? {})) {
        assert.ok(outputs.includes(`output "${key}"`), key);
      }
    }
  });

  test('ships the application’s lines to the log groups that provisioning made [R025 R026]', async () => {
    const { addOns }: { addOns: AddOn[] } = await read(
      'k8s/addons/versions.yaml',
    );
    const { set = {} } = addOns.find(
      ({ name }) => name === 'aws-for-fluent-bit',
    ) as AddOn;
    const values = await read('k8s/addons/values/aws-for-fluent-bit.yaml');
    const given = (name: string) =>
      set[
        `env[${values.env.findIndex(
          (one: { name: string }) => one.name === name,
        )}].value`
      ];
    assert.equal(given('LOG_GROUP'), 'logGroupName');
    assert.equal(given('REGION'), 'region');
    assert.partialDeepStrictEqual(values.cloudWatchLogs, {
      logGroupName: '${LOG_GROUP}',
      region: '${REGION}',
      logKey: 'log',
      autoCreateGroup: false,
    });
    assert.match(
      values.additionalOutputs,
      /log_group_name +\$\{LOG_GROUP\}\/audit/,
    );
    const label = /'app\.kubernetes\.io\/part-of'\] \^(.+)\$/.exec(
      values.additionalFilters,
    );
    const helpers = await readFile(
      path.join(
        repository,
        'infrastructure/helm/sovd-webapp/templates/_helpers.tpl',
      ),
      'utf8',
    );
    assert.ok(helpers.includes(`app.kubernetes.io/part-of: ${label?.[1]}\n`));
  });

  test('knows its controllers by the accounts that their roles trust [T034]', async () => {
    const roles = await readFile(
      path.join(repository, 'infrastructure/terraform/modules/iam/main.tf'),
      'utf8',
    );
    const balancer = await read(
      'k8s/addons/values/aws-load-balancer-controller.yaml',
    );
    const autoscaler = await read('k8s/addons/values/cluster-autoscaler.yaml');
    const shipper = await read('k8s/addons/values/aws-for-fluent-bit.yaml');
    for (const name of [
      shipper.serviceAccount.name,
      balancer.serviceAccount.name,
      autoscaler.rbac.serviceAccount.name,
    ]) {
      assert.match(roles, new RegExp(`service_account = "${name}"`));
    }
  });
});
