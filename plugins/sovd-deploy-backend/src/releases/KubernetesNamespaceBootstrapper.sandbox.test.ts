import { rm } from 'node:fs/promises';
import { sandboxCluster } from '../__testUtils__/sandboxCluster';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { testRepository } from '../__testUtils__/testRepository';
import { KubernetesApiError } from './KubernetesApiError';
import { KubernetesClient } from './KubernetesClient';
import { KubernetesNamespaceBootstrapper } from './KubernetesNamespaceBootstrapper';

describe('KubernetesNamespaceBootstrapper on the sandbox', () => {
  const { signal } = new AbortController();
  const environment = testEnvironment(`b${Date.now().toString(36).slice(-6)}`);
  const { namespace } = environment;
  const folder = 'infrastructure/k8s/bootstrap/staging';
  const file = (object: object) => JSON.stringify(object);
  const external = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'sovd-webapp-secrets', namespace },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'SecretStore', name: 'nobody-syncs-this' },
      target: { name: 'sovd-webapp-secrets', creationPolicy: 'Orphan' },
      data: [
        {
          secretKey: 'database-password',
          remoteRef: { key: `${namespace}/database`, property: 'password' },
        },
      ],
    },
  };
  const good = {
    [`${folder}/namespace.yaml`]: file({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace, labels: { owner: 'sovd' } },
    }),
    [`${folder}/external-secret.yaml`]: file(external),
    [`${folder}/account.yaml`]: file({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'reader', namespace, labels: { owner: 'sovd' } },
    }),
  };
  const roots: string[] = [];
  let client: KubernetesClient;
  const bootstrap = async (files: Record<string, string>) => {
    const root = await testRepository(files);
    roots.push(root);
    const { deployer } = sandboxCluster();
    const accessOf = () => deployer;
    return new KubernetesNamespaceBootstrapper({ accessOf }).bootstrap(
      environment,
      root,
      signal,
    );
  };

  beforeAll(() => {
    client = new KubernetesClient(sandboxCluster().admin);
  });
  afterAll(async () => {
    await client.json({
      method: 'DELETE',
      path: `/api/v1/namespaces/${namespace}`,
    });
    for (const root of roots) await rm(root, { recursive: true });
  });

  it('applies nothing when one object may not be applied', async () => {
    const binding = file({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'everything' },
    });
    await expect(
      bootstrap({ ...good, [`${folder}/z.yaml`]: binding }),
    ).rejects.toThrow(`${folder}/z.yaml: ClusterRoleBinding everything`);
    const looking = client.json({ path: `/api/v1/namespaces/${namespace}` });
    await expect(looking).rejects.toMatchObject({ status: 404 });
    await expect(looking).rejects.toBeInstanceOf(KubernetesApiError);
  });

  it('applies the objects, and waits for the Secret with the reason', async () => {
    const { waitingFor } = await bootstrap(good);
    expect(waitingFor).toEqual([
      expect.stringMatching(/^Secret sovd-webapp-secrets \(.+\)$/),
    ]);
    expect(
      await client.json({
        path: `/api/v1/namespaces/${namespace}/serviceaccounts/reader`,
      }),
    ).toMatchObject({
      metadata: { managedFields: [{ manager: 'sovd-deploy' }] },
    });
  });

  it('gives the words of the ExternalSecret, and is done when the Secret is there', async () => {
    const apply = (path: string, body: object) =>
      client.json({
        method: 'PATCH',
        path: `${path}?fieldManager=test&force=true`,
        contentType: 'application/apply-patch+yaml',
        body,
      });
    await apply(
      `/apis/external-secrets.io/v1/namespaces/${namespace}/externalsecrets/sovd-webapp-secrets/status`,
      {
        apiVersion: external.apiVersion,
        kind: external.kind,
        metadata: external.metadata,
        status: {
          conditions: [
            {
              type: 'Ready',
              status: 'False',
              reason: 'SecretSyncedError',
              message: 'could not get secret data from provider',
            },
          ],
        },
      },
    );
    const { waitingFor } = await bootstrap(good);
    expect(waitingFor[0]).toMatch(/\((?:SecretSyncedError|\w+): .+\)$/);
    await apply(`/api/v1/namespaces/${namespace}/secrets/sovd-webapp-secrets`, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'sovd-webapp-secrets', namespace },
      stringData: { 'database-password': 'x' },
    });
    expect(await bootstrap(good)).toEqual({ waitingFor: [] });
  });

  it('names the object that Kubernetes refuses', async () => {
    const misspelt = {
      ...external,
      spec: { ...external.spec, refreshIntervall: '1h' },
    };
    const refused = bootstrap({
      ...good,
      [`${folder}/external-secret.yaml`]: file(misspelt),
    });
    await expect(refused).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /^ExternalSecret sovd-webapp-secrets can't be applied: .*refreshIntervall/,
      ),
    });
  });
});
