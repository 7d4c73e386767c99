import { rm } from 'node:fs/promises';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { sandboxCluster } from '../__testUtils__/sandboxCluster';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import {
  testChart,
  testImage,
  testOutputs,
  testRepository,
} from '../__testUtils__/testRepository';
import { HelmProgram } from './HelmProgram';
import { HelmReleaseDeployer } from './HelmReleaseDeployer';
import { HelmReleaseRenderer } from './HelmReleaseRenderer';
import { KubernetesClient } from './KubernetesClient';
import { KubernetesNamespaceBootstrapper } from './KubernetesNamespaceBootstrapper';
import { KubernetesReleaseRehearsal } from './KubernetesReleaseRehearsal';

jest.setTimeout(120_000);

describe('KubernetesReleaseRehearsal on the sandbox', () => {
  const { signal } = new AbortController();
  const environment: Environment = testEnvironment(
    `k${Date.now().toString(36).slice(-5)}`,
  );
  const { namespace } = environment;
  const deploymentPath = `/apis/apps/v1/namespaces/${namespace}/deployments/backend`;
  let cluster: ReturnType<typeof sandboxCluster>;
  let admin: KubernetesClient;
  let sourceFolder: string;
  let deployer: HelmReleaseDeployer;
  let renderer: HelmReleaseRenderer;
  let rehearsal: KubernetesReleaseRehearsal;

  const content = (tag: string) => ({
    environment,
    sourceFolder,
    images: [testImage(tag)],
    outputs: testOutputs,
    values: {},
  });
  const rehearse = async (tag: string) => {
    const { objects } = await renderer.render(content(tag), signal);
    return rehearsal.rehearse(environment, objects, signal);
  };

  beforeAll(async () => {
    cluster = sandboxCluster();
    admin = new KubernetesClient(cluster.admin);
    const accessOf = () => cluster.deployer;
    const options = {
      program: new HelmProgram({ helm: cluster.helm }),
      placeOf: () => ({
        access: cluster.deployer,
        releaseTimeoutMs: 60_000,
        progressDeadlineSeconds: 30,
      }),
    };
    deployer = new HelmReleaseDeployer(options);
    renderer = new HelmReleaseRenderer(options);
    rehearsal = new KubernetesReleaseRehearsal({ accessOf });
    sourceFolder = await testRepository(testChart(environment));
    await new KubernetesNamespaceBootstrapper({ accessOf }).bootstrap(
      environment,
      sourceFolder,
      signal,
    );
    await deployer.deploy(
      { ...content('1.0.0'), changeId: 'one' },
      () => {},
      signal,
    );
  });

  afterAll(async () => {
    await admin.json({
      method: 'DELETE',
      path: `/api/v1/namespaces/${namespace}`,
    });
    await rm(sourceFolder, { recursive: true });
  });

  const readDeployment = () =>
    admin.json<{ metadata: { resourceVersion: string } }>({
      path: deploymentPath,
    });

  it('has nothing against a release that only Helm has touched, and changes nothing', async () => {
    const before = await readDeployment();
    expect(await rehearse('1.0.1')).toEqual([]);
    const after = await readDeployment();
    expect(after.metadata.resourceVersion).toBe(
      before.metadata.resourceVersion,
    );
  });

  it('names the field that somebody has edited, and Helm refuses it too', async () => {
    await admin.json({
      method: 'PATCH',
      path: `${deploymentPath}?fieldManager=kubectl-edit`,
      contentType: 'application/strategic-merge-patch+json',
      body: {
        spec: {
          progressDeadlineSeconds: 77,
          template: {
            spec: { containers: [{ name: 'backend', image: 'edited:1' }] },
          },
        },
      },
    });
    const refusals = await rehearse('1.0.1');
    expect(refusals).toEqual([
      {
        kind: 'Deployment',
        name: 'backend',
        conflicts: [
          { manager: 'kubectl-edit', field: 'spec.progressDeadlineSeconds' },
          {
            manager: 'kubectl-edit',
            field: 'spec.template.spec.containers[backend].image',
          },
        ],
        message: expect.stringContaining('kubectl-edit'),
      },
    ]);
    await expect(
      deployer.deploy(
        { ...content('1.0.1'), changeId: 'two' },
        () => {},
        signal,
      ),
    ).rejects.toThrow(/conflict/i);
  });
});
