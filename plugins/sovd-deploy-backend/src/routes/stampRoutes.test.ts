import { mockCredentials } from '@backstage/backend-test-utils';
import {
  environmentCreatePermission,
  environmentReadPermission,
} from '@sovd/plugin-sovd-deploy-common';
import { nobody, onlyOf, testRoutes } from '../__testUtils__/testRoutes';
import { testStamp, toStampedFiles } from '../__testUtils__/testStamp';
import type { TestStamp } from '../__testUtils__/testStamp';
import { addStampRoutes } from './stampRoutes';

const stranger = mockCredentials.none.header();
const service = mockCredentials.service.header();

const fleet = '/v1/applications/fleet';
const first: TestStamp = { files: { Makefile: ['all:\n', 'managed'] } };
const newer: TestStamp = {
  version: '0.4.0',
  files: { Makefile: ['all: build\n', 'managed'] },
};

describe('stampRoutes', () => {
  const start = testRoutes(addStampRoutes);

  async function setUp(policy = {}) {
    const started = await start(policy);
    const { repositoryUrl } = await started.register();
    const { stamps } = started.providers;
    stamps.publish(repositoryUrl, testStamp(first));
    const { commit: base } = await stamps.readStamp(repositoryUrl, false);
    const body = (stamp: TestStamp = newer) => ({
      purpose: { kind: 'template', version: stamp.version },
      base,
      title: `Upgrade to ${stamp.version}`,
      body: 'Notes',
      files: toStampedFiles(testStamp(stamp)),
    });
    const propose = (sent: object = body()) =>
      started.ask.post(`${fleet}/proposals`).send(sent);
    return { ...started, base, body, propose, repositoryUrl };
  }

  describe('GET /v1/applications/:application/stamp', () => {
    it('gives the pristine stamp', async () => {
      const { ask, base, repositoryUrl } = await setUp();
      const { body, status } = await ask.get(`${fleet}/stamp`);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        application: 'fleet',
        repositoryUrl,
        commit: base,
        record: { template: { name: 'sovd-webapp', version: '0.3.0' } },
      });
      expect(new Set(body.files)).toEqual(
        new Set(toStampedFiles(testStamp(first))),
      );
    });

    it('gives the proposed one as long as its pull request is open', async () => {
      const { ask, base, propose, providers, repositoryUrl } = await setUp();
      await propose();
      const version = async () =>
        (await ask.get(`${fleet}/stamp`)).body.record.template.version;
      await expect(version()).resolves.toBe('0.4.0');
      const branch = 'sovd/template-0.4.0';
      providers.pullRequests.end(repositoryUrl, branch, 'closed');
      const { body } = await ask.get(`${fleet}/stamp`);
      expect(body.commit).toBe(base);
    });
  });

  describe('GET /v1/applications/:application/template', () => {
    it('says what is newer, what drifted, and what is proposed', async () => {
      const { ask, propose, providers, repositoryUrl } = await setUp();
      providers.stamps.edit(repositoryUrl, { Makefile: 'all: ours\n' });
      await propose();
      const { body, status } = await ask.get(`${fleet}/template`);
      expect(status).toBe(200);
      expect(body).toEqual({
        application: 'fleet',
        repositoryUrl,
        commit: expect.stringMatching(/^[0-9a-f]{40}$/),
        template: 'sovd-webapp',
        version: '0.3.0',
        newest: '0.4.0',
        upgradable: true,
        breaking: false,
        environments: ['staging'],
        drift: [{ path: 'Makefile', policy: 'managed', state: 'edited' }],
        proposals: [
          {
            title: 'Upgrade to 0.4.0',
            branch: 'sovd/template-0.4.0',
            state: 'open',
            url: `${repositoryUrl}/pulls/1`,
          },
        ],
      });
    });

    it('says 409 when the record in the repository is broken, and what to do', async () => {
      const { ask, providers, repositoryUrl } = await setUp();
      const broken = { '.sovd-template.yaml': 'application: [' };
      providers.stamps.edit(repositoryUrl, broken);
      const { body, status } = await ask.get(`${fleet}/template`);
      expect(status).toBe(409);
      expect(body.error.message).toMatch(/sovd-template\/base/);
    });
  });

  describe('POST /v1/applications/:application/proposals', () => {
    it('opens one pull request, however often it is asked', async () => {
      const { auditor, event, propose, providers, repositoryUrl } =
        await setUp();
      const { body, status } = await propose();
      expect(status).toBe(201);
      expect(body).toEqual({
        state: 'proposed',
        pullRequest: {
          title: 'Upgrade to 0.4.0',
          branch: 'sovd/template-0.4.0',
          state: 'open',
          url: `${repositoryUrl}/pulls/1`,
        },
        conflicts: [],
      });
      expect((await propose()).body).toEqual(body);
      expect(await providers.pullRequests.listOpen(repositoryUrl)).toHaveLength(
        1,
      );
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'stamp-propose',
          meta: {
            application: 'fleet',
            purpose: { kind: 'template', version: '0.4.0' },
          },
        }),
      );
      expect(event.success).toHaveBeenCalledTimes(2);
    });

    it('says that there is nothing to do once it was merged', async () => {
      const { propose, providers, repositoryUrl } = await setUp();
      await propose();
      providers.stamps.merge(repositoryUrl, 'merge');
      const branch = 'sovd/template-0.4.0';
      providers.pullRequests.end(repositoryUrl, branch, 'merged');
      const { body, status } = await propose();
      expect(status).toBe(200);
      expect(body).toMatchObject({
        state: 'unchanged',
        pullRequest: { state: 'merged' },
      });
    });

    it('names the files that people have to decide about, in the pull request too', async () => {
      const { propose, providers, repositoryUrl } = await setUp();
      providers.stamps.edit(repositoryUrl, { Makefile: 'all: ours\n' });
      const { body } = await propose();
      expect(body.conflicts).toEqual(['Makefile']);
      const text = providers.pullRequests.bodies.get(body.pullRequest.url);
      expect(text).toMatch(/^Notes\n/);
      expect(text).toMatch(/both sides changed.*- `Makefile`/s);
    });

    it('answers 409 while another proposal is open, and names it', async () => {
      const { body, event, propose, repositoryUrl } = await setUp();
      await propose();
      const { version } = newer;
      const other = await propose({
        ...body({ ...newer, environments: ['staging', 'production'] }),
        purpose: { kind: 'environment', environment: 'production' },
      });
      expect(other.status).toBe(409);
      expect(other.body.error.message).toMatch(
        `"Upgrade to ${version}" is open (${repositoryUrl}/pulls/1); merge or close it`,
      );
      const changed = { ...newer, files: {} };
      const different = await propose(body(changed));
      expect(different.status).toBe(409);
      expect(different.body.error.message).toMatch('with other content');
      expect(event.fail).toHaveBeenCalledTimes(2);
    });

    it('answers 409 to a stamp that was made from an older one', async () => {
      const { body, propose } = await setUp();
      const late = await propose({ ...body(), base: '0'.repeat(40) });
      expect(late.status).toBe(409);
    });

    it.each<[string, (sent: { files: object[] }) => object]>([
      ['no files', () => ({ files: [] })],
      ['no record', ({ files }) => ({ files: files.slice(0, 1) })],
      ['a field of its own', () => ({ repositoryUrl: 'http://evil' })],
      [
        'another application',
        () => ({
          files: toStampedFiles(testStamp({ ...newer, application: 'other' })),
        }),
      ],
      [
        'another version',
        () => ({ purpose: { kind: 'template', version: '0.9.0' } }),
      ],
      [
        'a version that is none',
        () => ({ purpose: { kind: 'template', version: '../main' } }),
      ],
      [
        'an environment that it lacks',
        () => ({ purpose: { kind: 'environment', environment: 'test' } }),
      ],
      ...['../outside', '/etc/passwd', 'a/.git/config', '.GIT/hooks/x'].map(
        (path): [string, (sent: { files: object[] }) => object] => [
          `the path ${path}`,
          ({ files }) => ({ files: [...files, { path, content: '' }] }),
        ],
      ),
    ])('answers 400 to %s', async (_, change) => {
      const { body, propose, providers, repositoryUrl } = await setUp();
      const sent = body();
      const { body: answer, status } = await propose({
        ...sent,
        ...change(sent),
      });
      expect([status, answer.error.message]).toEqual([400, expect.anything()]);
      await expect(
        providers.pullRequests.listOpen(repositoryUrl),
      ).resolves.toEqual([]);
    });
  });

  it('answers 404 to an application that the registry does not know', async () => {
    const { ask, body } = await setUp();
    const other = '/v1/applications/other';
    const answers = [
      await ask.get(`${other}/stamp`),
      await ask.get(`${other}/template`),
      await ask.post(`${other}/proposals`).send(body()),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(answers[0].body.error.message).toMatch(
      /no environment of other; create its first one/,
    );
  });

  it('answers 404 when the repository is gone', async () => {
    const { ask, register } = await start();
    await register();
    const { body, status } = await ask.get(`${fleet}/stamp`);
    expect([status, body.error.message]).toEqual([
      404,
      expect.stringMatching(/no repository/i),
    ]);
  });

  it('lets services read and people propose, and nobody else', async () => {
    const { ask, body, policy, propose } = await setUp();
    const read = (what: string, header: string) =>
      ask.get(`${fleet}/${what}`).set('Authorization', header);
    for (const what of ['stamp', 'template']) {
      expect((await read(what, stranger)).status).toBe(401);
      expect((await read(what, service)).status).toBe(200);
    }
    const post = (header: string) =>
      ask.post(`${fleet}/proposals`).set('Authorization', header).send(body());
    expect((await post(stranger)).status).toBe(401);
    expect((await post(service)).status).toBe(403);

    for (const decision of [
      nobody,
      onlyOf(environmentReadPermission, 'group:default/others'),
    ]) {
      policy[environmentReadPermission.name] = decision;
      for (const what of ['stamp', 'template']) {
        const { status } = await read(what, mockCredentials.user.header());
        expect(status).toBe(403);
      }
    }
    for (const decision of [
      nobody,
      onlyOf(environmentCreatePermission, 'group:default/others'),
    ]) {
      policy[environmentCreatePermission.name] = decision;
      const { body: answer, status } = await propose();
      expect(status).toBe(403);
      expect(answer.error.message).toMatch(/ask its owner/);
    }
    policy[environmentCreatePermission.name] = onlyOf(
      environmentCreatePermission,
      'group:default/platform',
    );
    expect((await propose()).status).toBe(201);
  });
});
