import { rm } from 'node:fs/promises';
import {
  apiRefusal,
  startTestApiServer,
} from '../__testUtils__/startTestApiServer';
import type {
  TestApiAnswer,
  TestApiCall,
  TestApiServer,
} from '../__testUtils__/startTestApiServer';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { testRepository } from '../__testUtils__/testRepository';
import { KubernetesNamespaceBootstrapper } from './KubernetesNamespaceBootstrapper';

const environment = testEnvironment('fleet');
const { namespace } = environment;
const folder = 'infrastructure/k8s/bootstrap/staging';
const objects = {
  external: {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'database', namespace },
    spec: { target: { name: 'sovd-webapp-secrets', creationPolicy: 'Orphan' } },
  },
  account: {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'reader', namespace },
  },
  namespace: {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace },
  },
};
const secretPath = `/api/v1/namespaces/${namespace}/secrets/sovd-webapp-secrets`;
const externalPath = `/apis/external-secrets.io/v1/namespaces/${namespace}/externalsecrets/database`;

describe('KubernetesNamespaceBootstrapper', () => {
  let server: TestApiServer;
  let source: string;
  let answer: (call: TestApiCall) => TestApiAnswer | undefined;

  beforeEach(async () => {
    answer = () => undefined;
    server = await startTestApiServer(
      call => answer(call) ?? { object: call.body ?? {} },
    );
    source = await testRepository(
      Object.fromEntries(
        Object.entries(objects).map(([name, object]) => [
          `${folder}/${name}.yaml`,
          JSON.stringify(object),
        ]),
      ),
    );
  });
  afterEach(async () => {
    server.close();
    await rm(source, { recursive: true });
  });

  const bootstrap = (signal = new AbortController().signal) =>
    new KubernetesNamespaceBootstrapper({
      accessOf: () => server.access,
    }).bootstrap(environment, source, signal);
  const withoutSecret =
    (status: object): typeof answer =>
    ({ method, url }) => {
      if (method !== 'GET') return undefined;
      return url.pathname === secretPath
        ? apiRefusal(404, 'NotFound', 'secrets not found')
        : { object: { ...objects.external, ...status } };
    };

  it('applies every object in order, and owns what it sets', async () => {
    expect(await bootstrap()).toEqual({ waitingFor: [] });
    const applied = server.calls.filter(({ method }) => method === 'PATCH');
    expect(applied.map(({ url }) => url.pathname)).toEqual([
      `/api/v1/namespaces/${namespace}`,
      `/api/v1/namespaces/${namespace}/serviceaccounts/reader`,
      externalPath,
    ]);
    for (const { url, headers } of applied) {
      expect(headers['content-type']).toBe('application/apply-patch+yaml');
      // Nobody else's field is taken by force.
      expect(Object.fromEntries(url.searchParams)).toEqual({
        fieldManager: 'sovd-deploy',
        fieldValidation: 'Strict',
      });
    }
    expect(applied[1].body).toMatchObject(objects.account);
  });

  it('never reads what a Secret holds', async () => {
    await bootstrap();
    const [looked] = server.calls.filter(
      ({ url }) => url.pathname === secretPath,
    );
    expect(looked.headers.accept).toBe(
      'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
    );
  });

  it.each([
    [
      'nobody looked at it yet',
      {},
      'External Secrets has not looked at it yet',
    ],
    [
      'it failed',
      {
        status: {
          conditions: [
            { type: 'Deleted', reason: 'No' },
            {
              type: 'Ready',
              reason: 'SecretSyncedError',
              message: 'could not get secret data from provider',
            },
          ],
        },
      },
      'SecretSyncedError: could not get secret data from provider',
    ],
    [
      'it gives a reason only',
      { status: { conditions: [{ type: 'Ready', reason: 'Waiting' }] } },
      'Waiting',
    ],
  ])('waits for a Secret when %s', async (_, status, words) => {
    answer = withoutSecret(status);
    expect(await bootstrap()).toEqual({
      waitingFor: [`Secret sovd-webapp-secrets (${words})`],
    });
  });

  it.each([
    [401, 'NotAllowedError', "give the target's deployer the right to it"],
    [403, 'NotAllowedError', "give the target's deployer the right to it"],
    [404, 'InputError', 'install External Secrets there first'],
    [400, 'InputError', 'correct it in the repository'],
    [409, 'InputError', 'correct it in the repository'],
    [422, 'InputError', 'correct it in the repository'],
    [500, 'KubernetesApiError', 'denied'],
    [503, 'KubernetesApiError', 'denied'],
  ])(
    'stops at the object that is refused with %d',
    async (status, name, nextStep) => {
      answer = ({ url }) =>
        url.pathname.endsWith('/reader')
          ? apiRefusal(status, 'X', 'denied')
          : undefined;
      const refused = bootstrap();
      await expect(refused).rejects.toMatchObject({ name });
      await expect(refused).rejects.toThrow('denied');
      await expect(refused).rejects.toThrow(nextStep);
      expect(
        server.calls.some(({ url }) => url.pathname === externalPath),
      ).toBe(false);
    },
  );

  it('takes a field that the schema does not know for a mistake of the repository', async () => {
    answer = ({ url }) =>
      url.pathname === externalPath
        ? apiRefusal(
            500,
            'X',
            'failed to create typed patch object: .spec.intervall: field not declared in schema',
          )
        : undefined;
    await expect(bootstrap()).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(
        /^ExternalSecret database can't be applied: .*intervall.*; correct it in the repository$/,
      ),
    });
  });

  it('takes no other answer for a Secret that is not there', async () => {
    answer = ({ url }) =>
      url.pathname === secretPath
        ? apiRefusal(403, 'Forbidden', 'secrets is forbidden')
        : undefined;
    await expect(bootstrap()).rejects.toThrow('secrets is forbidden');
  });

  it('applies nothing when one of the objects may not be applied', async () => {
    await rm(source, { recursive: true });
    source = await testRepository({
      [`${folder}/a.yaml`]: JSON.stringify(objects.namespace),
      [`${folder}/b.yaml`]: JSON.stringify({
        ...objects.account,
        metadata: { name: 'reader', namespace: 'kube-system' },
      }),
    });
    await expect(bootstrap()).rejects.toMatchObject({ name: 'InputError' });
    expect(server.calls).toEqual([]);
  });

  it('applies nothing once its signal is aborted', async () => {
    await expect(bootstrap(AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(server.calls).toEqual([]);
  });
});
