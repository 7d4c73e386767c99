import { mockCredentials } from '@backstage/backend-test-utils';
import {
  environmentCreatePermission,
  validationSchema,
} from '@sovd/plugin-sovd-deploy-common';
import { nobody, onlyOf, testRoutes } from '../__testUtils__/testRoutes';
import { testAnswers } from '../__testUtils__/testTarget';
import { addValidationRoutes } from './validationRoutes';

const stranger = mockCredentials.none.header();
const service = mockCredentials.service.header();

describe('validationRoutes', () => {
  const setUp = testRoutes(addValidationRoutes);

  describe('GET /v1/targets', () => {
    it('gives nothing away that only the backend may know', async () => {
      const { ask } = await setUp();
      for (const header of [mockCredentials.user.header(), service]) {
        const { status, body, text } = await ask
          .get('/v1/targets')
          .set('Authorization', header);
        expect(status).toBe(200);
        expect(body.items).toMatchObject([
          { name: 'sandbox', cluster: 'embedded' },
        ]);
        expect(text).not.toMatch(/token|16443|read-only/i);
      }
    });

    it('refuses strangers', async () => {
      const { ask } = await setUp();
      const response = await ask
        .get('/v1/targets')
        .set('Authorization', stranger);
      expect(response.status).toBe(401);
    });
  });

  describe('POST /v1/validations', () => {
    const rulesOf = (body: unknown) =>
      validationSchema.parse(body).findings.map(({ rule }) => rule);

    it('finds nothing against answers that are right, and makes nothing', async () => {
      const { ask, registry } = await setUp();
      const { status, body } = await ask
        .post('/v1/validations')
        .send({ answers: testAnswers() });
      expect(status).toBe(200);
      expect(rulesOf(body)).toEqual([]);
      expect(body).toMatchObject({
        environmentName: 'fleet-staging',
        repository: { state: 'new' },
      });
      await expect(registry.list({ limit: 1 })).resolves.toEqual([]);
    });

    it('finds an owner and a system that the catalog has not', async () => {
      const { ask } = await setUp();
      const answers = testAnswers({
        owner: 'group:default/nobody',
        system: 'system:default/nowhere',
      });
      const { body } = await ask.post('/v1/validations').send({ answers });
      expect(rulesOf(body)).toEqual(['entity-missing', 'entity-missing']);
    });

    it('judges answers that can not be read, rather than refusing them', async () => {
      const { ask } = await setUp();
      const { status, body } = await ask
        .post('/v1/validations')
        .send({ answers: { name: 'X' } });
      expect(status).toBe(200);
      expect(rulesOf(body).length).toBeGreaterThan(0);
      expect(body).not.toHaveProperty('answers');
    });

    it('says that somebody else has the name', async () => {
      const { ask, register } = await setUp();
      await register({ owner: 'group:default/others' });
      const { body } = await ask
        .post('/v1/validations')
        .send({ answers: testAnswers() });
      expect(rulesOf(body)).toContain('name-taken');
    });

    it('says for whom one may not create', async () => {
      const { ask, policy } = await setUp();
      policy[environmentCreatePermission.name] = onlyOf(
        environmentCreatePermission,
        'group:default/mine',
      );
      const validate = async (owner: string) => {
        const answers = testAnswers({ owner });
        const { body } = await ask.post('/v1/validations').send({ answers });
        return validationSchema.parse(body).findings;
      };
      expect(await validate('group:default/mine')).toEqual([]);
      expect(await validate('group:default/platform')).toMatchObject([
        {
          rule: 'create-permission',
          severity: 'blocker',
          headline:
            'You may not create this environment for group:default/platform',
          fields: ['owner', 'tier'],
        },
      ]);
    });

    it.each<[number, string, string, object]>([
      [401, 'strangers', stranger, { answers: {} }],
      [403, 'services', service, { answers: {} }],
      [400, 'no answers', mockCredentials.user.header(), {}],
      [
        400,
        'more than answers',
        mockCredentials.user.header(),
        { answers: {}, user: 'user:default/ann' },
      ],
    ])('answers %d to %s', async (status, _, header, body) => {
      const { ask } = await setUp();
      const response = await ask
        .post('/v1/validations')
        .set('Authorization', header)
        .send(body);
      expect(response.status).toBe(status);
    });

    it('judges nothing for whoever may create nothing at all', async () => {
      const { ask, policy } = await setUp();
      policy[environmentCreatePermission.name] = nobody;
      const response = await ask
        .post('/v1/validations')
        .send({ answers: testAnswers() });
      expect(response.status).toBe(403);
      expect(response.body).not.toHaveProperty('findings');
    });
  });
});
