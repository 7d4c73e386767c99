import { mockCredentials } from '@backstage/backend-test-utils';
import { SovdDeployServer } from './__testUtils__/SovdDeployServer';

describe('SovdDeployConnection', () => {
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
  });
  afterEach(() => server.close());

  it('asks with a token of its own for whoever started the task', async () => {
    for (const person of ['user:default/ada', 'user:default/tomas']) {
      await server.connection.ask(
        { getInitiatorCredentials: async () => mockCredentials.user(person) },
        (api, options) => api.listTargets(options),
      );
      expect(server.tokens.at(-1)).toContain(`"obo":"${person}"`);
    }
  });

  it("throws the backend's own words, and says so where asking again may help", async () => {
    const initiator = {
      getInitiatorCredentials: async () => mockCredentials.user(),
    };
    await expect(
      server.connection.ask(initiator, (api, options) =>
        api.getChange('none', options),
      ),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: 'no change none',
    });
    server.scripts = [[{ status: 503 }]];
    server.start('resource:default/fleet-staging');
    await expect(
      server.connection.ask(initiator, (api, options) =>
        api.getChange('change-1', options),
      ),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('the backend is away'),
    });
  });

  it('ends a request when the task is stopped', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(
      server.connection.ask(
        {
          getInitiatorCredentials: async () => mockCredentials.user(),
          signal: abort.signal,
        },
        (api, options) => api.listTargets(options),
      ),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(server.tokens).toEqual([]);
  });
});
