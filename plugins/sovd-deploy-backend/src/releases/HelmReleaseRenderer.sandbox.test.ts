import { rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { sandboxCluster } from '../__testUtils__/sandboxCluster';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import {
  testChart,
  testImage,
  testOutputs,
  testRepository,
} from '../__testUtils__/testRepository';
import { HelmError } from './HelmError';
import { HelmProgram } from './HelmProgram';
import { HelmReleaseDeployer } from './HelmReleaseDeployer';
import { HelmReleaseRenderer } from './HelmReleaseRenderer';
import { KubernetesClient } from './KubernetesClient';
import { KubernetesNamespaceBootstrapper } from './KubernetesNamespaceBootstrapper';
import type { ReleaseContent } from './ReleaseContent';
import { toImageValues } from './imageValues';
import { releaseRendererContract } from '../__testUtils__/releaseRendererContract';

jest.setTimeout(120_000);

const CHART = 'infrastructure/helm/sovd-webapp';

describe('HelmReleaseRenderer on the sandbox', () => {
  const { signal } = new AbortController();
  const run = Date.now().toString(36).slice(-5);
  const environments: Environment[] = [];
  const folders: string[] = [];
  let cluster: ReturnType<typeof sandboxCluster>;
  let renderer: HelmReleaseRenderer;
  let deployer: HelmReleaseDeployer;

  beforeAll(() => {
    cluster = sandboxCluster();
    const options = {
      program: new HelmProgram({ helm: cluster.helm }),
      placeOf: () => ({
        access: cluster.deployer,
        releaseTimeoutMs: 60_000,
        progressDeadlineSeconds: 30,
      }),
    };
    renderer = new HelmReleaseRenderer(options);
    deployer = new HelmReleaseDeployer(options);
  });

  afterAll(async () => {
    const client = new KubernetesClient(cluster.admin);
    for (const { namespace } of environments) {
      await client
        .json({
          method: 'DELETE',
          path: `/api/v1/namespaces/${namespace}`,
        })
        .catch(() => {});
    }
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  const deploy = async (content: ReleaseContent, changeId = 'one') => {
    const { environment, sourceFolder } = content;
    await new KubernetesNamespaceBootstrapper({
      accessOf: () => cluster.deployer,
    }).bootstrap(environment, sourceFolder, signal);
    await deployer.deploy({ ...content, changeId }, () => {}, signal);
  };

  const setUp = async () => {
    const environment = testEnvironment(`r${run}${environments.length}`);
    environments.push(environment);
    const sourceFolder = await testRepository(testChart(environment));
    folders.push(sourceFolder);
    const content: ReleaseContent = {
      environment,
      sourceFolder,
      images: [testImage('1.0.0')],
      outputs: testOutputs,
      values: {},
    };
    return { renderer, content, run: deploy };
  };

  releaseRendererContract(setUp);

  it('reads the deployed revision after one that failed', async () => {
    const { content } = await setUp();
    await deploy(content);
    const crashing = { ...content, images: [testImage('1.0.1-crash')] };
    await expect(deploy(crashing, 'two')).rejects.toThrow(HelmError);
    const running = await renderer.readRunning(content.environment, signal);
    expect(running?.values).toMatchObject({
      ...toImageValues(content.images),
    });
  });

  it("gives Helm's own words when the chart's schema refuses a value", async () => {
    const { content } = await setUp();
    const schema = {
      properties: { replicas: { type: 'integer', maximum: 3 } },
    };
    await writeFile(
      path.join(content.sourceFolder, CHART, 'values.schema.json'),
      JSON.stringify(schema),
    );
    const refusal = await renderer
      .render({ ...content, values: { replicas: 4 } }, signal)
      .catch(error => error);
    expect(refusal).toBeInstanceOf(HelmError);
    expect(refusal.message).toMatch(/replicas.*maximum/s);
  });

  it('refuses a chart with a symbolic link', async () => {
    const { content } = await setUp();
    await symlink(
      '/etc/passwd',
      path.join(content.sourceFolder, CHART, 'passwords'),
    );
    await expect(renderer.render(content, signal)).rejects.toThrow(
      'is a symbolic link',
    );
  });
});
