import { mockCredentials } from '@backstage/backend-test-utils';
import { environmentCreatePermission } from '@sovd/plugin-sovd-deploy-common';
import { nobody, onlyOf, testRoutes } from '../__testUtils__/testRoutes';
import { testAnswers } from '../__testUtils__/testTarget';
import { addEnvironmentRoutes } from './environmentRoutes';

const stranger = mockCredentials.none.header();
const service = mockCredentials.service.header();

describe('environmentRoutes', () => {
  const setUp = testRoutes(addEnvironmentRoutes);

  describe('POST /v1/environments', () => {
    it('registers an environment under names that the portal derives', async () => {
      const { ask, event, onRegistered, registry } = await setUp();
      const response = await ask
        .post('/v1/environments')
        .send({ answers: testAnswers() });
      expect(response.status).toBe(201);
      expect(response.body).toMatchObject({
        namespace: 'fleet-staging',
        stackName: 'fleet-staging',
        cluster: 'embedded',
        accountId: '123456789012',
        createdBy: 'user:default/mock',
      });
      await expect(
        registry.find('resource:default/fleet-staging'),
      ).resolves.toEqual(response.body);
      expect(onRegistered).toHaveBeenCalledTimes(1);
      expect(event.success).toHaveBeenCalledTimes(1);
    });

    it('gives the one that is there for the same answers, and tells nobody', async () => {
      const { ask, onRegistered, register } = await setUp();
      const { id } = await register();
      const response = await ask
        .post('/v1/environments')
        .send({ answers: testAnswers() });
      expect(response.status).toBe(200);
      expect(response.body.id).toBe(id);
      expect(onRegistered).not.toHaveBeenCalled();
    });

    it.each<[number, string, object]>([
      [400, 'no answers', {}],
      [400, 'a name that is none', { answers: testAnswers({ name: 'X' }) }],
      [
        400,
        'a target that nobody configured',
        { answers: testAnswers({ target: 'moon' }) },
      ],
      [
        400,
        'answers that a rule blocks',
        {
          answers: testAnswers({
            name: 'a-name-of-20-letters',
            environment: 'long-word',
          }),
        },
      ],
      [
        400,
        'a namespace of its own',
        { answers: testAnswers(), namespace: 'kube-system' },
      ],
      [
        400,
        'what the target lacks',
        { answers: testAnswers({ monitoring: true }) },
      ],
      [
        400,
        'an owner that the catalog has not',
        { answers: testAnswers({ owner: 'group:default/nobody' }) },
      ],
      [
        400,
        'production, which nobody could approve yet',
        { answers: testAnswers({ tier: 'production' }) },
      ],
      [
        400,
        'a namespace among the answers',
        { answers: { ...testAnswers(), namespace: 'kube-system' } },
      ],
      [
        409,
        'other answers by the same name',
        { answers: testAnswers({ backendMin: 1 }) },
      ],
    ])('answers %d to %s, and tells nobody', async (status, _, body) => {
      const { ask, onRegistered, register } = await setUp();
      await register();
      const response = await ask.post('/v1/environments').send(body);
      expect(response.status).toBe(status);
      expect(response.body.error.message).not.toBe('');
      expect(onRegistered).not.toHaveBeenCalled();
    });

    it('names all that is wrong in one refusal', async () => {
      const { ask } = await setUp();
      const { body } = await ask.post('/v1/environments').send({
        answers: testAnswers({ environment: 'default', nodesMax: 2 }),
      });
      expect(body.error.message).toMatch('default is a reserved word');
      expect(body.error.message).toMatch('more than the 2 at most');
    });

    it('refuses strangers, services, and owners that one may not create for', async () => {
      const { ask, event, policy, registry } = await setUp();
      const post = (header: string) =>
        ask
          .post('/v1/environments')
          .set('Authorization', header)
          .send({ answers: testAnswers() });
      expect((await post(stranger)).status).toBe(401);
      expect((await post(service)).status).toBe(403);
      for (const decision of [
        nobody,
        onlyOf(environmentCreatePermission, 'group:default/others'),
      ]) {
        policy[environmentCreatePermission.name] = decision;
        expect((await post(mockCredentials.user.header())).status).toBe(403);
      }
      expect(event.fail).toHaveBeenCalledTimes(2);
      await expect(registry.list({ limit: 1 })).resolves.toEqual([]);
    });
  });

  describe('GET /v1/registrations', () => {
    it('lets services read all records page by page', async () => {
      const { ask, register } = await setUp();
      const records = [];
      for (const name of ['aaa', 'bbb', 'ccc']) {
        records.push(await register({ name }));
      }
      const get = (query: object) =>
        ask.get('/v1/registrations').query(query).set('Authorization', service);
      const first = await get({ limit: 2 });
      expect(first.body.items).toEqual(records.slice(0, 2));
      const second = await get({ limit: 2, cursor: first.body.nextCursor });
      expect(second.body).toEqual({ items: records.slice(2) });
    });

    it.each<[number, string, string, object]>([
      [401, 'strangers', stranger, {}],
      [403, 'people', mockCredentials.user.header(), {}],
      [400, 'an endless page', service, { limit: 201 }],
      [400, 'a cursor of their own', service, { cursor: 'x' }],
    ])('answers %d to %s', async (status, _, header, query) => {
      const { ask } = await setUp();
      const response = await ask
        .get('/v1/registrations')
        .query(query)
        .set('Authorization', header);
      expect(response.status).toBe(status);
      expect(response.body).not.toHaveProperty('items');
    });
  });
});
