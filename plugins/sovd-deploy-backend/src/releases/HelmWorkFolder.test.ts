import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ClusterConnection } from './ClusterAccess';
import { HelmWorkFolder } from './HelmWorkFolder';

describe('HelmWorkFolder', () => {
  const works: HelmWorkFolder[] = [];
  const create = async (connection: Partial<ClusterConnection> = {}) => {
    const work = await HelmWorkFolder.create(
      {
        cluster: 'demo',
        connect: async () => ({
          url: 'https://127.0.0.1:6443',
          skipTLSVerify: false,
          token: 'deployers-own-token',
          ...connection,
        }),
      },
      'fleet-staging',
    );
    works.push(work);
    return work;
  };
  const modeOf = async (file: string) =>
    ((await stat(file)).mode & 0o777).toString(8);
  const kubeconfigOf = async ({ env }: HelmWorkFolder) =>
    JSON.parse(await readFile(env.KUBECONFIG, 'utf8'));

  afterEach(async () => {
    for (const work of works.splice(0)) await work.dispose();
  });

  it('lets nobody else look into it', async () => {
    const work = await create();
    expect(await modeOf(work.folder)).toBe('700');
    expect(await modeOf(work.env.KUBECONFIG)).toBe('600');
    const values = await work.write('values.json', { secret: 'x' });
    expect(path.dirname(values)).toBe(work.folder);
    expect(await modeOf(values)).toBe('600');
    expect(JSON.parse(await readFile(values, 'utf8'))).toEqual({ secret: 'x' });
  });

  it('is its own for each run, and gone afterwards', async () => {
    const [one, other] = [await create(), await create()];
    expect(one.folder).not.toBe(other.folder);
    await one.write('values.json', {});
    await one.dispose();
    await expect(stat(one.folder)).rejects.toThrow('ENOENT');
    await one.dispose();
    await expect(stat(other.folder)).resolves.toBeDefined();
  });

  it('keeps everything that Helm writes within it', async () => {
    const { folder, env, cwd } = await create();
    for (const name of ['HOME', 'TMPDIR', 'KUBECONFIG']) {
      expect(env[name].startsWith(folder)).toBe(true);
    }
    const homes = ['CACHE', 'CONFIG', 'DATA'].map(
      name => env[`HELM_${name}_HOME`],
    );
    expect(new Set(homes.map(home => path.dirname(home)))).toEqual(
      new Set([folder]),
    );
    expect(new Set(homes).size).toBe(3);
    expect(await readdir(cwd)).toEqual([]);
  });

  it("names one cluster, one person and one namespace in Helm's kubeconfig", async () => {
    expect(await kubeconfigOf(await create())).toMatchObject({
      clusters: [
        { name: 'target', cluster: { server: 'https://127.0.0.1:6443' } },
      ],
      users: [{ name: 'deployer', user: { token: 'deployers-own-token' } }],
      contexts: [
        {
          name: 'target',
          context: {
            cluster: 'target',
            user: 'deployer',
            namespace: 'fleet-staging',
          },
        },
      ],
      'current-context': 'target',
    });
  });

  it.each<[Partial<ClusterConnection>, object]>([
    [{}, {}],
    [{ ca: 'PEM' }, { 'certificate-authority-data': 'UEVN' }],
    [{ skipTLSVerify: true }, { 'insecure-skip-tls-verify': true }],
  ])('trusts a cluster with %j by %j', async (connection, trust) => {
    const { clusters } = await kubeconfigOf(await create(connection));
    expect(clusters[0].cluster).toEqual({
      server: 'https://127.0.0.1:6443',
      ...trust,
    });
  });

  it("passes on the way to the cluster, and none of the portal's own secrets", async () => {
    process.env.NO_PROXY = '127.0.0.1';
    process.env.PORTAL_SECRET = 'x';
    const { env, secrets } = await create();
    delete process.env.NO_PROXY;
    delete process.env.PORTAL_SECRET;
    expect(env).toMatchObject({
      NO_PROXY: '127.0.0.1',
      PATH: process.env.PATH,
    });
    expect(env).not.toHaveProperty('PORTAL_SECRET');
    expect(secrets).toEqual(['deployers-own-token']);
  });
});
