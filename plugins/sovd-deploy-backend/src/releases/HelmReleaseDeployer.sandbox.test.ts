import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { HelmError } from './HelmError';
import { HelmProgram } from './HelmProgram';
import { HelmReleaseDeployer } from './HelmReleaseDeployer';
import { HelmWorkFolder } from './HelmWorkFolder';
import { KubernetesClient } from './KubernetesClient';
import { KubernetesNamespaceBootstrapper } from './KubernetesNamespaceBootstrapper';
import { toFieldConflicts } from './toFieldConflicts';
import { sandboxCluster } from '../__testUtils__/sandboxCluster';
import {
  testChart,
  TestChartOptions,
  testImage,
  testOutputs,
  testRepository,
} from '../__testUtils__/testRepository';

jest.setTimeout(240_000);

describe('HelmReleaseDeployer on the sandbox', () => {
  const { signal } = new AbortController();
  const run = Date.now().toString(36).slice(-5);
  const environments: Environment[] = [];
  const folders: string[] = [];
  let cluster: ReturnType<typeof sandboxCluster>;
  let deployer: HelmReleaseDeployer;

  beforeAll(() => {
    cluster = sandboxCluster();
    deployer = new HelmReleaseDeployer({
      program: new HelmProgram({ helm: cluster.helm }),
      placeOf: () => ({
        access: cluster.deployer,
        releaseTimeoutMs: 60_000,
        progressDeadlineSeconds: 30,
      }),
    });
  });

  afterAll(async () => {
    const client = new KubernetesClient(cluster.admin);
    for (const { namespace } of environments) {
      await client.json({
        method: 'DELETE',
        path: `/api/v1/namespaces/${namespace}`,
      });
    }
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  const setUp = async (name: string) => {
    const environment = testEnvironment(`h${run}${name}`);
    environments.push(environment);
    const source = async (options?: TestChartOptions) => {
      const folder = await testRepository(testChart(environment, options));
      folders.push(folder);
      return folder;
    };
    await new KubernetesNamespaceBootstrapper({
      accessOf: () => cluster.deployer,
    }).bootstrap(environment, await source(), signal);
    const told: string[] = [];
    const deploy = async (
      tag: string,
      changeId: string,
      sourceFolder: string,
      stop = signal,
    ) =>
      deployer.deploy(
        {
          environment,
          sourceFolder,
          images: [testImage(tag)],
          outputs: testOutputs,
          values: {},
          changeId,
        },
        text => told.push(text),
        stop,
      );
    const takeBack = (changeId: string) =>
      deployer.takeBack(environment, changeId, text => told.push(text), signal);
    return { environment, source, told, deploy, takeBack };
  };

  it('installs once per change, upgrades, and goes back when pods crash', async () => {
    const { environment, source, told, deploy } = await setUp('a');
    const folder = await source();
    expect(await deployer.read(environment, signal)).toBeUndefined();

    const first = await deploy('1.0.0', 'one', folder);
    expect(first).toMatchObject({
      revision: 1,
      status: 'deployed',
      chartVersion: '0.1.0',
      description: 'change one',
    });
    expect(told.join('\n')).toContain('STATUS: deployed');
    // a step that is repeated after a crash makes no second revision
    expect(await deploy('1.0.0', 'one', folder)).toEqual(first);
    expect(await deploy('1.0.1', 'two', folder)).toMatchObject({ revision: 2 });

    const failure = await deploy('1.0.2-crash', 'three', folder).catch(e => e);
    expect(failure).toBeInstanceOf(HelmError);
    expect(failure.message).toMatch(/backend/);
    expect(failure.passing).toBe(false);
    expect(await deployer.read(environment, signal)).toMatchObject({
      revision: 4,
      status: 'deployed',
      description: 'Rollback to 2',
    });
  });

  it("gives Helm's words when a migration fails, and leaves no release", async () => {
    const { environment, source, deploy } = await setUp('b');
    const folder = await source({ migrationFails: true });
    await expect(deploy('1.0.0', 'one', folder)).rejects.toThrow(/migrate-1/);
    expect(await deployer.read(environment, signal)).toBeUndefined();
  });

  it('recovers a release whose deployer was killed, after its migration has ended', async () => {
    const { environment, source, told, deploy } = await setUp('c');
    await deploy('1.0.0', 'one', await source());
    const slow = await source({ migrationSeconds: 15 });
    await killInHook(environment, slow);
    expect(await deployer.read(environment, signal)).toMatchObject({
      status: 'pending-upgrade',
    });

    const deployed = await deploy('1.0.2', 'three', await source());
    expect(deployed).toMatchObject({ status: 'deployed' });
    const text = told.join('\n');
    expect(text).toContain('Revision 2 is pending-upgrade');
    expect(text).toContain('Waits for its Job migrate-2 to end');
    expect(text).toContain('Goes back to revision 1');
  });

  it('removes a first install that was never deployed', async () => {
    const { environment, source, told, deploy } = await setUp('d');
    await killInHook(environment, await source({ migrationSeconds: 4 }));
    expect(await deployer.read(environment, signal)).toMatchObject({
      status: 'pending-install',
    });
    const deployed = await deploy('1.0.0', 'two', await source());
    expect(deployed).toMatchObject({ revision: 1, status: 'deployed' });
    expect(told.join('\n')).toContain('No revision was ever deployed');
  });

  it('takes a stopped upgrade back after its migration has ended, once', async () => {
    const { environment, source, told, deploy, takeBack } = await setUp('g');
    await deploy('1.0.0', 'one', await source());
    const slow = await source({ migrationSeconds: 6 });
    const aborting = new AbortController();
    const stopped = deploy('1.0.1', 'two', slow, aborting.signal);
    await untilMigrating(environment);
    aborting.abort(new Error('somebody stopped it'));
    await expect(stopped).rejects.toThrow('somebody stopped it');

    const runs = await takeBack('two');
    expect(runs).toMatchObject({
      status: 'deployed',
      description: 'Rollback to 1',
    });
    expect(told.join('\n')).not.toContain('Job migrate-2 of a stopped');
    await expect(takeBack('two')).resolves.toEqual(runs);
  });

  it('takes back what was deployed already, and a first release altogether', async () => {
    const { environment, source, deploy, takeBack } = await setUp('i');
    const folder = await source();
    await deploy('1.0.0', 'one', folder);
    await deploy('1.0.1', 'two', folder);
    await expect(takeBack('two')).resolves.toMatchObject({
      revision: 3,
      description: 'Rollback to 1',
    });
    await expect(takeBack('none of these')).resolves.toMatchObject({
      revision: 3,
    });

    const other = await setUp('j');
    await other.deploy('1.0.0', 'one', await other.source());
    await expect(other.takeBack('one')).resolves.toBeUndefined();
    await expect(
      deployer.read(other.environment, signal),
    ).resolves.toBeUndefined();
    await expect(deployer.read(environment, signal)).resolves.toBeDefined();
  });

  it("leaves somebody's edit alone, and its words name manager and field", async () => {
    const { environment, source, deploy } = await setUp('k');
    const folder = await source();
    await deploy('1.0.0', 'one', folder);
    const client = new KubernetesClient(cluster.admin);
    const deployment = `/apis/apps/v1/namespaces/${environment.namespace}/deployments/backend`;
    await client.json({
      method: 'PATCH',
      path: `${deployment}?fieldManager=kubectl-edit`,
      contentType: 'application/json-patch+json',
      body: [
        {
          op: 'replace',
          path: '/spec/template/spec/containers/0/image',
          value: 'registry.example/by-hand:1',
        },
      ],
    });
    const failure = await deploy('1.0.1', 'two', folder).catch(error => error);
    expect(toFieldConflicts(failure.message)).toEqual([
      {
        manager: 'kubectl-edit',
        field: '.spec.template.spec.containers[name="backend"].image',
      },
    ]);
    const { spec } = await client.json<{
      spec: { template: { spec: { containers: { image: string }[] } } };
    }>({ path: deployment });
    expect(spec.template.spec.containers[0].image).toBe(
      'registry.example/by-hand:1',
    );
  });

  it('ends Helm when the signal aborts', async () => {
    const { environment, source, deploy } = await setUp('e');
    const folder = await source({ migrationSeconds: 60 });
    const stopping = new AbortController();
    const stopped = deploy('1.0.0', 'one', folder, stopping.signal);
    await untilMigrating(environment);
    const begun = Date.now();
    stopping.abort(new Error('lease lost'));
    await expect(stopped).rejects.toThrow('lease lost');
    // long before the migration ends
    expect(Date.now() - begun).toBeLessThan(40_000);
  });

  it('refuses a chart with a symbolic link', async () => {
    const { source, deploy } = await setUp('f');
    const folder = await source();
    await symlink(
      '/etc/passwd',
      path.join(folder, 'infrastructure/helm/sovd-webapp/passwords'),
    );
    await expect(deploy('1.0.0', 'one', folder)).rejects.toThrow(
      'infrastructure/helm/sovd-webapp/passwords is a symbolic link',
    );
  });

  /** Runs Helm as a deployer would and kills it while its migration runs. */
  async function killInHook(environment: Environment, folder: string) {
    const { releaseName, namespace } = environment;
    const work = await HelmWorkFolder.create(cluster.deployer, namespace);
    folders.push(work.folder);
    const { repository, tag, digest } = testImage('1.0.1');
    const values = await work.write('values.json', {
      backend: { image: { repository, tag, digest } },
      deployment: { progressDeadlineSeconds: 10 },
    });
    const chart = path.join(folder, 'infrastructure/helm/sovd-webapp');
    const helm = spawn(
      cluster.helm,
      [
        'upgrade',
        releaseName,
        chart,
        '--install',
        '-n',
        namespace,
        '-f',
        values,
      ],
      { env: work.env, stdio: 'ignore' },
    );
    await untilMigrating(environment);
    helm.kill('SIGKILL');
    await once(helm, 'exit');
  }

  async function untilMigrating({ namespace }: Environment) {
    const client = new KubernetesClient(cluster.deployer);
    for (const end = Date.now() + 60_000; ; ) {
      const jobs = await client.json<{ items: { status: object }[] }>({
        path: `/apis/batch/v1/namespaces/${namespace}/jobs`,
      });
      if (jobs.items.some(({ status }) => 'active' in status)) break;
      if (Date.now() > end) throw new Error('the migration never began');
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
});
