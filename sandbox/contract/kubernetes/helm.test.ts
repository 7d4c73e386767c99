import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { kubernetesProgram } from '../../src/builds/kubernetesPrograms.ts';
import { Kubectl } from '../../src/kubernetes/Kubectl.ts';
import {
  kubernetesFiles,
  kubernetesUrl,
} from '../../src/kubernetes/kubernetesFiles.ts';
import { runProgram } from '../../src/processes/runProgram.ts';
import { settings, uniqueName } from '../sandbox.ts';

const namespace = uniqueName('helm');
const metadata = (name: string) => ({
  name: `{{ .Release.Name }}-${name}`,
  labels: { app: '{{ .Release.Name }}' },
});
const container = { name: 'backend', image: 'localhost:15000/sovd/shop:v1' };
const selector = { matchLabels: { app: '{{ .Release.Name }}' } };

/** One of each kind that the chart of the golden path has. */
const objects = [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata('app') },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('config') },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata('backend'),
    spec: { selector: selector.matchLabels, ports: [{ port: 80 }] },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata('backend'),
    spec: {
      selector,
      template: {
        metadata: { labels: selector.matchLabels },
        spec: { containers: [container] },
      },
    },
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadata('backend'),
    spec: { minAvailable: 1, selector },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadata('backend'),
    spec: {
      maxReplicas: 3,
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: '{{ .Release.Name }}-backend',
      },
    },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadata('backend'),
    spec: { podSelector: selector },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadata('backend'),
    spec: {
      defaultBackend: {
        service: { name: '{{ .Release.Name }}-backend', port: { number: 80 } },
      },
    },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      ...metadata('hook'),
      annotations: { 'helm.sh/hook': 'pre-install,pre-upgrade' },
    },
    spec: {
      template: {
        spec: { restartPolicy: 'Never', containers: [container] },
      },
    },
  },
];

let folder: string;
let access: string[];

async function helm(...args: string[]): Promise<string> {
  const home = path.join(folder, 'home');
  return runProgram(
    await kubernetesProgram(settings, 'helm'),
    [...args, '--namespace', namespace, ...access],
    { env: { HOME: home }, timeoutMs: 90_000 },
  );
}

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sovd-helm-'));
  const chart = path.join(folder, 'chart');
  await mkdir(path.join(chart, 'templates'), { recursive: true });
  const files = kubernetesFiles(settings);
  const token = await readFile(files.deployerToken, 'utf8');
  access = [
    `--kube-apiserver=${kubernetesUrl(settings)}`,
    `--kube-ca-file=${files.certificate}`,
    `--kube-token=${token}`,
  ];
  await writeFile(
    path.join(chart, 'Chart.yaml'),
    'apiVersion: v2\nname: all-kinds\nversion: 0.1.0\nkubeVersion: ">=1.36.0"\n',
  );
  await writeFile(
    path.join(chart, 'templates', 'objects.yaml'),
    objects.map(object => JSON.stringify(object)).join('\n---\n'),
  );
});

after(async () => {
  await rm(folder, { recursive: true, force: true });
  const args = ['delete', 'namespace', namespace, '--wait=false'];
  await new Kubectl(settings).run([...args, '--ignore-not-found']);
});

test('the deployer bootstraps a namespace and installs, upgrades and uninstalls a chart', async () => {
  const kubectl = await kubernetesProgram(settings, 'kubectl');
  const [server, authority, token] = access.map(text => text.split('=')[1]);
  await runProgram(kubectl, [
    ...['create', 'namespace', namespace, `--server=${server}`],
    ...[`--certificate-authority=${authority}`, `--token=${token}`],
    '--kubeconfig=/dev/null',
  ]);
  const chart = path.join(folder, 'chart');
  const how = ['--install', '--wait', '--rollback-on-failure'];
  await helm('upgrade', 'shop', chart, ...how, '--timeout=60s');
  await helm('upgrade', 'shop', chart, ...how, '--timeout=60s');
  const [release] = JSON.parse(await helm('list', '--output=json')) as {
    status: string;
    revision: string;
  }[];
  assert.equal(release.status, 'deployed');
  assert.equal(release.revision, '2');
  await helm('uninstall', 'shop');
  assert.deepEqual(JSON.parse(await helm('list', '--output=json')), []);
});
