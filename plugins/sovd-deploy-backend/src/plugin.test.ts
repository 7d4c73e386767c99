import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  changeApplyPermission,
  changePlanPermission,
  environmentCreatePermission,
  environmentReadPermission,
} from '@sovd/plugin-sovd-deploy-common';
import request from 'supertest';
import { createSovdDeployPlugin } from './createSovdDeployPlugin';
import {
  portalConfig as config,
  startPortal,
  untilEnded,
} from './__testUtils__/startPortal';
import { testStamp, toStampedFiles } from './__testUtils__/testStamp';
import { testAnswers } from './__testUtils__/testTarget';
import {
  createEnvironmentConditionalDecision,
  environmentConditions,
} from './permissions';
import { TestProviders } from './__testUtils__/TestProviders';

const base = '/api/sovd-deploy/v1';
const fleet = `${base}/environments/default/fleet-staging`;
const unknownId = '00000000-0000-4000-8000-000000000000';
const unknownDigest = `sha256:${'0'.repeat(64)}`;
const upgrade = {
  purpose: { kind: 'template' as const, version: '0.4.0' },
  base: '0'.repeat(40),
  title: 'Upgrade',
  body: '',
  files: toStampedFiles(testStamp({ version: '0.4.0' })),
};
const nobody = { result: AuthorizeResult.DENY } as const;
const key = { namespace: 'default', name: 'fleet-staging' };

function ownedBy(permission: typeof environmentReadPermission, claim: string) {
  return createEnvironmentConditionalDecision(
    permission,
    environmentConditions.isEnvironmentOwner({ claims: [claim] }),
  );
}

describe('sovd-deploy', () => {
  describe('routes', () => {
    const routes: [method: 'get' | 'post', path: string, body?: object][] = [
      ['get', `${base}/targets`],
      ['post', `${base}/validations`, { answers: testAnswers() }],
      ['get', `${base}/environments`],
      ['post', `${base}/environments`, { answers: testAnswers() }],
      ['get', fleet],
      ['get', `${fleet}/changes`],
      ['post', `${fleet}/changes`, { kind: 'create' }],
      ['get', `${fleet}/versions`],
      ['post', `${fleet}/plans`, { kind: 'restart', input: {} }],
      ['get', `${fleet}/plans/${unknownDigest}`],
      [
        'post',
        `${fleet}/changes`,
        { kind: 'upgrade', planDigest: unknownDigest, reason: 'News' },
      ],
      ['get', `${base}/changes/${unknownId}`],
      ['get', `${base}/changes/${unknownId}/log`],
      ['post', `${base}/changes/${unknownId}/abort`],
      ['get', `${base}/applications/fleet/stamp`],
      ['get', `${base}/applications/fleet/template`],
      ['post', `${base}/applications/fleet/proposals`, upgrade],
      ['get', `${base}/registrations`],
    ];

    it('answer 401 to everybody without credentials', async () => {
      const { server } = await startPortal();
      for (const [method, path, body] of routes) {
        const response = await request(server)
          [method](path)
          .set('Authorization', mockCredentials.none.header())
          .send(body);
        expect([path, response.status]).toEqual([path, 401]);
      }
    });

    it('let services read, but never change anything', async () => {
      const { client, providers, server } = await startPortal();
      const { repositoryUrl } = await client.registerEnvironment(testAnswers());
      providers.stamp(repositoryUrl, 'fleet');
      for (const [method, path, body] of routes) {
        const response = await request(server)
          [method](path)
          .set('Authorization', mockCredentials.service.header())
          .send(body);
        const found = path.includes(unknownId) ? 404 : 200;
        // a plan is for one person
        const personal = method === 'post' || path.includes(unknownDigest);
        const expected = personal ? 403 : found;
        expect([path, response.status]).toEqual([path, expected]);
      }
    });

    it('answer 403 to people whom the policy refuses', async () => {
      const { client, policy, server } = await startPortal();
      await client.registerEnvironment(testAnswers());
      const { id } = await client.startChange(key, { kind: 'create' });
      policy[environmentReadPermission.name] = nobody;
      policy[environmentCreatePermission.name] = nobody;
      policy[changePlanPermission.name] = nobody;
      policy[changeApplyPermission.name] = nobody;
      for (const [method, path, body] of routes.slice(1)) {
        const known = path.replace(unknownId, id);
        const response = await request(server)[method](known).send(body);
        expect([known, response.status]).toEqual([known, 403]);
      }
    });

    it('answer 404 for what the registry does not know', async () => {
      const { server } = await startPortal();
      for (const [method, path, body] of routes.slice(4, -1)) {
        const response = await request(server)[method](path).send(body);
        expect([path, response.status]).toEqual([path, 404]);
      }
    });

    it('answer 400 to input that is not of the contract', async () => {
      const { client, server } = await startPortal();
      await client.registerEnvironment(testAnswers());
      const wrong: typeof routes = [
        ['post', `${base}/validations`, {}],
        ['post', `${base}/environments`, { answers: { name: 'X' } }],
        [
          'post',
          `${base}/environments`,
          { answers: testAnswers(), namespace: 'kube-system' },
        ],
        [
          'post',
          `${base}/environments`,
          { answers: testAnswers({ target: 'moon' }) },
        ],
        ['post', `${fleet}/changes`, { kind: 'destroy' }],
        ['post', `${fleet}/changes`, { kind: 'create', stack: 'other' }],
        ['post', `${fleet}/changes`, { kind: 'upgrade', reason: 'News' }],
        [
          'post',
          `${fleet}/changes`,
          { kind: 'upgrade', planDigest: unknownDigest },
        ],
        [
          'post',
          `${fleet}/changes`,
          { kind: 'upgrade', planDigest: 'latest', reason: 'News' },
        ],
        ['post', `${fleet}/plans`, { kind: 'destroy', input: {} }],
        ['post', `${fleet}/plans`, { kind: 'restart' }],
        [
          'post',
          `${fleet}/plans`,
          { kind: 'scale', input: { backendReplicas: 0 } },
        ],
        ['get', `${base}/environments?limit=0`],
        ['get', `${base}/environments?cursor=x`],
      ];
      for (const [method, path, body] of wrong) {
        const response = await request(server)[method](path).send(body);
        expect([path, response.status]).toEqual([path, 400]);
      }
    });
  });

  it('takes a whole stamp, and no more than a stamp can be', async () => {
    const { client, providers } = await startPortal();
    const { repositoryUrl } = await client.registerEnvironment(testAnswers());
    providers.stamp(repositoryUrl, 'fleet');
    const { commit } = await client.getStamp('fleet');
    const propose = (megabytes: number) =>
      client.propose('fleet', {
        ...upgrade,
        base: commit,
        files: [
          ...upgrade.files,
          { path: 'large', content: 'AAAA'.repeat(megabytes * 250_000) },
        ],
      });
    await expect(propose(21)).rejects.toMatchObject({
      statusCode: 400,
      body: { error: { message: expect.stringMatching(/20 MB at most/) } },
    });
    await expect(propose(12)).resolves.toMatchObject({ state: 'proposed' });
  });

  it('gives targets without what only the backend may know', async () => {
    const { server } = await startPortal();
    const { body } = await request(server).get(`${base}/targets`);
    expect(body.items).toMatchObject([
      { name: 'sandbox', cluster: 'embedded' },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/token|16443|read-only/);
  });

  it('registers an environment once, tells it, and writes it down', async () => {
    const { auditor, event, events, server } = await startPortal();
    const post = (answers: object) =>
      request(server).post(`${base}/environments`).send({ answers });
    const first = await post(testAnswers());
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      entityRef: 'resource:default/fleet-staging',
      createdBy: 'user:default/mock',
      namespace: 'fleet-staging',
    });
    expect(events.publish).toHaveBeenCalledWith({
      topic: 'sovd-deploy.environments',
      eventPayload: {},
    });
    const again = await post(testAnswers());
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(events.publish).toHaveBeenCalledTimes(1);

    const other = await post(testAnswers({ backendReplicas: 4 }));
    expect(other.status).toBe(409);
    expect(event.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'ConflictError' }),
    });
    expect(event.success).toHaveBeenCalledTimes(2);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'environment-register',
        meta: { name: 'fleet', environment: 'staging' },
      }),
    );
  });

  it('lets services mirror the registry, and nobody else', async () => {
    const { client, server } = await startPortal();
    const { id } = await client.registerEnvironment(testAnswers());
    const get = () => request(server).get(`${base}/registrations`);
    const service = mockCredentials.service.header();
    const { body } = await get().set('Authorization', service);
    expect(body.items).toMatchObject([{ id }]);
    expect((await get()).status).toBe(403);
  });

  it('sets the price of an environment against its budget, before anything stands', async () => {
    const { client } = await startPortal();
    await client.registerEnvironment(testAnswers({ monthlyBudgetUsd: 450 }));
    expect((await client.getOverview(key)).cost).toMatchObject({
      state: 'value',
      value: { baseline: 437.59, budget: 450, verdict: 'near' },
      source: 'Price book of 2026-09-03',
    });
    const { items } = await client.listEnvironments();
    expect(items).toMatchObject([
      { application: 'fleet', cost: '$438 of $450' },
    ]);
  });

  it('shows people only what they own', async () => {
    const { client, policy } = await startPortal();
    const mine = 'group:default/mine';
    await client.registerEnvironment(testAnswers({ name: 'one', owner: mine }));
    await client.registerEnvironment(testAnswers({ name: 'two' }));
    policy[environmentReadPermission.name] = ownedBy(
      environmentReadPermission,
      mine,
    );
    const page = await client.listEnvironments();
    expect(page.items.map(({ name }) => name)).toEqual(['one-staging']);
    await client.getOverview({ ...key, name: 'one-staging' });
    await expect(
      client.getOverview({ ...key, name: 'two-staging' }),
    ).rejects.toMatchObject({ statusCode: 403 });
  });

  it('judges creation on the environment as proposed', async () => {
    const mine = 'group:default/mine';
    const { client } = await startPortal({
      [environmentCreatePermission.name]: ownedBy(
        environmentCreatePermission,
        mine,
      ),
    });
    const theirs = testAnswers();
    await expect(client.registerEnvironment(theirs)).rejects.toMatchObject({
      statusCode: 403,
    });
    const { findings } = await client.validate(theirs);
    expect(findings.map(({ rule }) => rule)).toEqual(['create-permission']);
    await client.registerEnvironment(testAnswers({ owner: mine }));
  });

  it('pages through the fleet', async () => {
    const { client } = await startPortal();
    for (const name of ['aaa', 'bbb', 'ccc']) {
      await client.registerEnvironment(testAnswers({ name }));
    }
    const first = await client.listEnvironments({ limit: 2 });
    expect(first.items.map(({ name }) => name)).toEqual([
      'aaa-staging',
      'bbb-staging',
    ]);
    const cursor = first.nextCursor;
    const second = await client.listEnvironments({ limit: 2, cursor });
    expect(second.items.map(({ name }) => name)).toEqual(['ccc-staging']);
    expect(second.nextCursor).toBeUndefined();
    expect(second.channel).toBe('sovd-deploy:fleet');
  });

  it('creates an environment, from answers to a recorded release', async () => {
    const { client, event, providers, publish } = await startPortal();
    await expect(client.validate(testAnswers())).resolves.toMatchObject({
      findings: [],
      repository: { state: 'new' },
    });
    const { id, repositoryUrl } = await client.registerEnvironment(
      testAnswers(),
    );
    const commit = providers.stamp(repositoryUrl, 'fleet');

    const started = await client.startChange(key, {
      kind: 'create',
      reason: 'First',
    });
    expect(started).toMatchObject({ phase: 'running', reason: 'First' });
    expect(event.success).toHaveBeenCalledTimes(2);
    const again = await client.startChange(key, { kind: 'create' });
    expect(again.id).toBe(started.id);
    const running = await client.validate(testAnswers());
    expect(running.findings).toMatchObject([{ rule: 'name-taken' }]);

    const change = await untilEnded(client, started.id);
    expect(change).toMatchObject({
      phase: 'succeeded',
      version: `sha-${commit.slice(0, 7)}`,
      requestedBy: 'user:default/mock',
    });
    expect(change.stages.map(({ phase }) => phase)).toEqual(
      Array(5).fill('succeeded'),
    );
    const files = providers.sources.filesOf(repositoryUrl);
    expect(files['environments/staging/release.yaml']).toContain(commit);

    const log = await client.getChangeLog(started.id);
    expect(log.items[0].text).toBe(
      `Deploying commit ${commit} of ${repositoryUrl}`,
    );
    const rest = await client.getChangeLog(started.id, log.items[0].position);
    expect(rest.items).toEqual(log.items.slice(1));
    await expect(client.listChanges(key)).resolves.toEqual({
      items: [change],
    });

    const { channel } = await client.getOverview(key);
    expect(publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel,
      message: { version: expect.any(Number) },
    });
    expect(JSON.stringify(publish.mock.calls)).not.toMatch(/fleet-staging/);
    expect(JSON.stringify(publish.mock.calls)).not.toContain(id);

    const refused = await client.validate(testAnswers());
    expect(refused.findings).toMatchObject([
      { rule: 'name-taken', headline: 'fleet-staging already exists' },
    ]);
    const declared = await client.startChange(key, { kind: 'create' });
    expect(declared.id).toBe(started.id);
  });

  it('fails a creation with the first cause of its stack, and lets it run again', async () => {
    const { client, providers } = await startPortal();
    const { repositoryUrl } = await client.registerEnvironment(testAnswers());
    providers.stamp(repositoryUrl, 'fleet');
    providers.stacks.failNext('fleet-staging', 'Database: no such subnet');

    const first = await client.startChange(key, { kind: 'create' });
    await expect(untilEnded(client, first.id)).resolves.toMatchObject({
      phase: 'failed',
      finding: {
        headline: 'Stack fleet-staging failed',
        cause: 'Database: no such subnet',
      },
    });
    await expect(client.validate(testAnswers())).resolves.toMatchObject({
      findings: [],
      repository: { state: 'ours' },
    });
    const second = await client.startChange(key, { kind: 'create' });
    expect(second.id).not.toBe(first.id);
    await expect(untilEnded(client, second.id)).resolves.toMatchObject({
      phase: 'succeeded',
    });
  });

  it('refuses to start with a target that cannot work', async () => {
    await expect(
      startTestBackend({
        features: [
          createSovdDeployPlugin(() => new TestProviders()),
          mockServices.rootConfig.factory({
            data: { ...config, kubernetes: { clusterLocatorMethods: [] } },
          }),
        ],
      }),
    ).rejects.toThrow('names the cluster embedded');
  });
});
