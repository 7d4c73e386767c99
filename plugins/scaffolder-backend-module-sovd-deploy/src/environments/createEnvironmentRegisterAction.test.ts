import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { SovdDeployServer } from '../__testUtils__/SovdDeployServer';
import { createEnvironmentRegisterAction } from './createEnvironmentRegisterAction';

const answers = {
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'sandbox',
};

describe('sovd:environment:register', () => {
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
  });
  afterEach(() => server.close());

  it('registers once, however often it is asked', async () => {
    const action = createEnvironmentRegisterAction(server.connection);
    for (const round of [1, 2]) {
      const ctx = createMockActionContext({ input: { answers } });
      await action.handler(ctx);
      expect(jest.mocked(ctx.output).mock.calls).toEqual([
        ['environmentRef', 'resource:default/fleet-staging'],
        ['entityUrl', '/catalog/default/resource/fleet-staging'],
      ]);
      expect(server.tokens).toHaveLength(round);
      expect(server.environments.size).toBe(1);
    }
  });

  it("ends with the portal's refusal", async () => {
    const ctx = createMockActionContext({
      input: { answers: { ...answers, name: 'X' } },
    });
    await expect(
      createEnvironmentRegisterAction(server.connection).handler(ctx),
    ).rejects.toMatchObject({ name: 'InputError', message: 'wrong answers' });
  });

  it('is left out of a dry run, since it changes the registry', () => {
    const action = createEnvironmentRegisterAction(server.connection);
    expect(action.supportsDryRun).toBeFalsy();
  });
});
