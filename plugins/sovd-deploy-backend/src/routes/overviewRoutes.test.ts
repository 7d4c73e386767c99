import { mockCredentials } from '@backstage/backend-test-utils';
import {
  environmentOverviewSchema,
  environmentPageSchema,
  environmentReadPermission,
} from '@sovd/plugin-sovd-deploy-common';
import { nobody, onlyOf, testRoutes } from '../__testUtils__/testRoutes';
import { testTarget } from '../__testUtils__/testTarget';
import { addOverviewRoutes } from './overviewRoutes';

const list = '/v1/environments';
const fleet = '/v1/environments/default/fleet-staging';
const stranger = mockCredentials.none.header();
const mine = 'group:default/mine';

describe('overviewRoutes', () => {
  const setUp = testRoutes(addOverviewRoutes);

  it('gives summaries page by page, with the channel of the fleet', async () => {
    const { ask, register } = await setUp();
    for (const name of ['ccc', 'aaa', 'bbb']) await register({ name });
    const first = await ask.get(list).query({ limit: 2 });
    expect(first.status).toBe(200);
    const page = environmentPageSchema.parse(first.body);
    expect(page).toEqual(first.body);
    expect(page.items.map(({ name }) => name)).toEqual([
      'aaa-staging',
      'bbb-staging',
    ]);
    expect(page.channel).toBe('sovd-deploy:fleet');
    const second = await ask.get(list).query({ cursor: page.nextCursor });
    expect(second.body.items).toMatchObject([{ name: 'ccc-staging' }]);
    expect(second.body).not.toHaveProperty('nextCursor');
  });

  it('gives the price of an environment, and no zero where its region has none', async () => {
    const { ask, register } = await setUp();
    await register();
    const { body } = await ask.get(fleet);
    expect(body.cost).toMatchObject({
      state: 'value',
      value: { baseline: 437.59, budget: 800, verdict: 'within' },
      source: 'Price book of 2026-09-03',
    });
    await register({ name: 'far' }, { ...testTarget, region: 'mars-1' });
    const far = await ask.get('/v1/environments/default/far-staging');
    expect(far.body.cost).toEqual({
      state: 'absent',
      headline: 'No estimate',
      reason: expect.stringContaining("doesn't know mars-1 (Region)"),
    });
    const page = environmentPageSchema.parse((await ask.get(list)).body);
    const costs = page.items.map(({ name, cost }) => `${name}: ${cost}`);
    expect(costs.sort()).toEqual([
      'far-staging: No estimate',
      'fleet-staging: $438 of $800',
    ]);
  });

  it('lists only what one may see, and fills pages with it', async () => {
    const { ask, policy, register } = await setUp();
    await register({ name: 'aaa' });
    await register({ name: 'bbb', owner: mine });
    policy[environmentReadPermission.name] = onlyOf(
      environmentReadPermission,
      mine,
    );
    const { body } = await ask.get(list).query({ limit: 1 });
    expect(body.items).toMatchObject([{ name: 'bbb-staging' }]);
    expect(body).not.toHaveProperty('nextCursor');
    expect(body).toMatchObject({
      total: 1,
      counts: { degraded: 0, unknown: 1, progressing: 0, healthy: 0 },
      owners: [mine],
    });
  });

  it('narrows the list, and counts all that one may see of it', async () => {
    const { ask, changes, register } = await setUp();
    const environment = await register({ name: 'aaa' });
    await register({ name: 'bbb', owner: mine });
    await register({ name: 'ccc', owner: mine });
    const order = { kind: 'create', requestedBy: 'user:default/ann' } as const;
    await changes.start(environment, order);
    const namesOf = async (query: object) => {
      const { body } = await ask.get(list).query(query);
      return body.items.map(({ name }: { name: string }) => name);
    };
    expect(await namesOf({})).toEqual([
      'bbb-staging',
      'ccc-staging',
      'aaa-staging',
    ]);
    expect(await namesOf({ health: 'progressing' })).toEqual(['aaa-staging']);
    expect(await namesOf({ owner: mine, text: 'CCC' })).toEqual([
      'ccc-staging',
    ]);
    expect(await namesOf({ application: 'bbb' })).toEqual(['bbb-staging']);
    expect(await namesOf({ tier: 'production' })).toEqual([]);
    const { body } = await ask.get(list).query({ health: 'healthy' });
    expect(body).toMatchObject({
      total: 0,
      counts: { degraded: 0, unknown: 2, progressing: 1, healthy: 0 },
      sharedCauses: [{ headline: 'Not deployed yet', count: 2 }],
    });
  });

  it('leads forward and back', async () => {
    const { ask, register } = await setUp();
    for (const name of ['aaa', 'bbb', 'ccc']) await register({ name });
    const query = { limit: 1, sort: 'name', order: 'descending' };
    const first = await ask.get(list).query(query);
    const second = await ask
      .get(list)
      .query({ ...query, cursor: first.body.nextCursor });
    const back = await ask
      .get(list)
      .query({ ...query, cursor: second.body.prevCursor });
    expect(second.body.items).toMatchObject([{ name: 'bbb-staging' }]);
    expect(back.body).toMatchObject({
      items: [{ name: 'ccc-staging' }],
      nextCursor: first.body.nextCursor,
    });
    expect(back.body).not.toHaveProperty('prevCursor');
  });

  it('gives the whole overview of one, also to services', async () => {
    const { ask, register } = await setUp();
    const environment = await register();
    const service = mockCredentials.service.header();
    const { body } = await ask.get(fleet).set('Authorization', service);
    expect(environmentOverviewSchema.parse(body)).toEqual(body);
    expect(body.environment).toEqual(environment);
  });

  it.each([
    [400, `${list}?limit=0`],
    [400, `${list}?limit=201`],
    [400, `${list}?health=green`],
    [400, `${list}?sort=cost`],
    [400, `${list}?cursor=x`],
    [404, '/v1/environments/default/other-staging'],
    // The same name in another namespace of the catalog is somebody else's.
    [404, '/v1/environments/other/fleet-staging'],
  ])('answers %d to GET %s', async (status, path) => {
    const { ask, register } = await setUp();
    await register();
    expect((await ask.get(path)).status).toBe(status);
  });

  it('refuses strangers', async () => {
    const { ask, register } = await setUp();
    await register();
    for (const path of [list, fleet]) {
      const response = await ask.get(path).set('Authorization', stranger);
      expect(response.status).toBe(401);
    }
  });

  it('refuses whoever may see none, or not this one', async () => {
    const { ask, policy, register } = await setUp();
    await register();
    policy[environmentReadPermission.name] = nobody;
    expect((await ask.get(list)).status).toBe(403);
    expect((await ask.get(fleet)).status).toBe(403);
    policy[environmentReadPermission.name] = onlyOf(
      environmentReadPermission,
      mine,
    );
    const response = await ask.get(fleet);
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain(
      'ask its owner group:default/platform',
    );
  });
});
