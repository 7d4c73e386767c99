import { mockCredentials } from '@backstage/backend-test-utils';
import {
  changeApplyPermission,
  environmentReadPermission,
} from '@sovd/plugin-sovd-deploy-common';
import { nobody, onlyOf, testRoutes } from '../__testUtils__/testRoutes';
import { addChangeRoutes } from './changeRoutes';

const changesPath = '/v1/environments/default/fleet-staging/changes';
const unknownPath = '/v1/changes/00000000-0000-4000-8000-000000000000';
const stranger = mockCredentials.none.header();
const service = mockCredentials.service.header();
const theirs = 'group:default/others';

describe('changeRoutes', () => {
  const setUp = testRoutes(addChangeRoutes);

  async function withChange() {
    const world = await setUp();
    const environment = await world.register();
    const { change } = await world.changes.start(environment, {
      kind: 'create',
      requestedBy: 'user:default/ann',
    });
    return { ...world, change };
  }

  describe('POST …/changes', () => {
    it('starts a change, wakes the reconciler, and writes down who asked', async () => {
      const { ask, auditor, event, onStarted, register, changes } =
        await setUp();
      const { id } = await register();
      const body = { kind: 'create', reason: 'First' };
      const response = await ask.post(changesPath).send(body);
      expect(response.status).toBe(201);
      expect(response.body).toMatchObject({
        kind: 'create',
        phase: 'running',
        reason: 'First',
        requestedBy: 'user:default/mock',
        environmentRef: 'resource:default/fleet-staging',
      });
      await expect(changes.list(id, 10)).resolves.toEqual([response.body]);
      expect(onStarted).toHaveBeenCalledTimes(1);
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'change-start',
          severityLevel: 'high',
          meta: {
            environmentRef: 'resource:default/fleet-staging',
            kind: 'create',
          },
        }),
      );
      expect(event.success).toHaveBeenCalledTimes(1);
    });

    it('gives the one that runs when it is asked again', async () => {
      const { ask, change, onStarted } = await withChange();
      const response = await ask.post(changesPath).send({ kind: 'create' });
      expect(response.status).toBe(200);
      expect(response.body.id).toBe(change.id);
      expect(onStarted).not.toHaveBeenCalled();
    });

    it.each([
      ['no kind', {}],
      ['a kind that nobody knows', { kind: 'destroy' }],
      ['a stack of its own', { kind: 'create', stackName: 'other' }],
      ['a long reason', { kind: 'create', reason: 'x'.repeat(501) }],
    ])('refuses %s', async (_, body) => {
      const { ask, onStarted, register } = await setUp();
      await register();
      const response = await ask.post(changesPath).send(body);
      expect(response.status).toBe(400);
      expect(response.body.error.name).toBe('InputError');
      expect(onStarted).not.toHaveBeenCalled();
    });

    it('refuses services and strangers', async () => {
      const { ask, onStarted, register } = await setUp();
      await register();
      const post = (header: string) =>
        ask
          .post(changesPath)
          .set('Authorization', header)
          .send({ kind: 'create' });
      expect((await post(service)).status).toBe(403);
      expect((await post(stranger)).status).toBe(401);
      expect(onStarted).not.toHaveBeenCalled();
    });

    it('refuses whoever may only read, and writes that down', async () => {
      const { ask, changes, event, policy, register } = await setUp();
      const { id } = await register();
      policy[changeApplyPermission.name] = onlyOf(
        changeApplyPermission,
        theirs,
      );
      const response = await ask.post(changesPath).send({ kind: 'create' });
      expect(response.status).toBe(403);
      expect(response.body.error.message).toContain(
        'ask its owner group:default/platform',
      );
      expect(event.fail).toHaveBeenCalledWith({
        error: expect.objectContaining({ name: 'NotAllowedError' }),
      });
      await expect(changes.list(id, 1)).resolves.toEqual([]);
    });

    it('knows no environment that the registry does not know', async () => {
      const { ask } = await setUp();
      const response = await ask.post(changesPath).send({ kind: 'create' });
      expect(response.status).toBe(404);
      expect(response.body.error.message).toContain('default/fleet-staging');
    });
  });

  describe('GET', () => {
    it('gives the history, the change and its log, also to services', async () => {
      const { ask, change } = await withChange();
      for (const [path, body] of [
        [changesPath, { items: [change] }],
        [`/v1/changes/${change.id}`, change],
        [`/v1/changes/${change.id}/log`, { items: [] }],
      ] as const) {
        for (const header of [mockCredentials.user.header(), service]) {
          const response = await ask.get(path).set('Authorization', header);
          expect([path, response.status]).toEqual([path, 200]);
          expect(response.body).toEqual(body);
        }
      }
    });

    it('refuses strangers and whoever may not see the environment', async () => {
      const { ask, change, policy } = await withChange();
      policy[environmentReadPermission.name] = onlyOf(
        environmentReadPermission,
        theirs,
      );
      for (const path of [
        changesPath,
        `/v1/changes/${change.id}`,
        `/v1/changes/${change.id}/log`,
      ]) {
        expect((await ask.get(path)).status).toBe(403);
        const response = await ask.get(path).set('Authorization', stranger);
        expect(response.status).toBe(401);
      }
    });

    it('answers 404 for what nobody knows, whatever one may see', async () => {
      const { ask, policy } = await setUp();
      policy[environmentReadPermission.name] = nobody;
      for (const path of [changesPath, unknownPath, `${unknownPath}/log`]) {
        expect((await ask.get(path)).status).toBe(404);
      }
    });

    it('gives the history in pages', async () => {
      const { ask, change } = await withChange();
      const { body } = await ask.get(`${changesPath}?limit=1`);
      expect(body).toEqual({ items: [change] });
      const cursor = Buffer.from(`change:${change.id}`).toString('base64url');
      const earlier = await ask.get(`${changesPath}?cursor=${cursor}`);
      expect(earlier.body).toEqual({ items: [] });
      for (const query of ['limit=0', 'limit=201', 'cursor=x']) {
        expect((await ask.get(`${changesPath}?${query}`)).status).toBe(400);
      }
    });

    it.each(['-1', '1.5', 'last'])(
      'refuses a log behind position %s',
      async after => {
        const { ask, change } = await withChange();
        const path = `/v1/changes/${change.id}/log?after=${after}`;
        expect((await ask.get(path)).status).toBe(400);
      },
    );
  });
});
