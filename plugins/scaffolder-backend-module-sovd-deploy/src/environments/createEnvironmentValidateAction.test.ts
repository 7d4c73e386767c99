import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import { SovdDeployServer } from '../__testUtils__/SovdDeployServer';
import { createEnvironmentValidateAction } from './createEnvironmentValidateAction';

const answers = {
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'sandbox',
};

describe('sovd:environment:validate', () => {
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
  });
  afterEach(() => server.close());

  function run(input: JsonObject) {
    const logger = mockServices.logger.mock();
    const ctx = createMockActionContext({ input: { answers: input }, logger });
    const action = createEnvironmentValidateAction(server.connection);
    const handled = action.handler(ctx);
    return { ctx, logger, handled };
  }

  it('hands on what the portal made of the answers, asked on behalf of the initiator', async () => {
    server.repositoryState = 'ours';
    const { ctx, handled } = run(answers);
    await handled;
    const outputs = Object.fromEntries(jest.mocked(ctx.output).mock.calls);
    expect(outputs).toEqual({
      answers: expect.objectContaining({
        ...answers,
        tier: 'staging',
        backendReplicas: 3,
      }),
      environmentName: 'fleet-staging',
      environmentRef: 'resource:default/fleet-staging',
      repository: 'ours',
      repoUrl: 'git.test?owner=sovd&repo=fleet',
      repositoryUrl: 'http://git.test/sovd/fleet',
      catalogInfoUrl:
        'http://git.test/sovd/fleet/src/branch/main/catalog-info.yaml',
      findings: [
        expect.objectContaining({ rule: 'budget-alarm', severity: 'info' }),
      ],
    });
    expect(new Set(server.tokens)).toEqual(
      new Set([
        expect.stringMatching(/"obo":"user:default\/mock".*"sovd-deploy"/),
      ]),
    );
  });

  it('refuses with headline, cause and next step of every blocker', async () => {
    const { ctx, handled } = run({
      ...answers,
      environment: 'default',
      backendMax: 50,
    });
    const refusal = await handled.catch((error: Error) => error);
    expect(refusal).toMatchObject({ name: 'InputError' });
    const paragraphs = refusal?.message.split('\n\n') ?? [];
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^default is a reserved word\n.+\nNext: .+/),
        expect.stringMatching(
          /^50 pods can use up all database connections\n.+\nNext: .+/,
        ),
      ]),
    );
    expect(ctx.output).not.toHaveBeenCalled();
  });

  it("refuses a repository that is somebody else's", async () => {
    server.repositoryState = 'foreign';
    await expect(run(answers).handled).rejects.toThrow(
      /sovd\/fleet belongs to somebody else\n.*\nNext: Choose another name/,
    );
  });

  describe('of an application that has an environment', () => {
    const dev = { ...answers, environment: 'dev' };
    beforeEach(() => {
      server.repositoryState = 'ours';
      server.register(answers);
    });

    it('refuses to create it anew, and links to the template that adds one', async () => {
      const refusal = await run(dev).handled.catch((error: Error) => error);
      expect(refusal?.message).toMatch(
        /^fleet exists already, with fleet-staging/,
      );
      const [, href] =
        /Next: Use "Add environment" for fleet \((.*)\)/.exec(
          refusal?.message ?? '',
        ) ?? [];
      const link = new URL(href, 'http://portal.test');
      expect(link.pathname).toBe(
        '/create/templates/default/sovd-webapp-environment',
      );
      expect(JSON.parse(link.searchParams.get('formData') ?? '')).toEqual({
        application: 'system:default/fleet',
      });
    });

    it('lets one be added where that is asked for', async () => {
      const ctx = createMockActionContext({
        input: { answers: dev, existing: true },
      });
      await createEnvironmentValidateAction(server.connection).handler(ctx);
      expect(ctx.output).toHaveBeenCalledWith('environmentName', 'fleet-dev');
    });

    it('lets a creation that was cut off run again', async () => {
      const { ctx, handled } = run(answers);
      await handled;
      expect(ctx.output).toHaveBeenCalledWith('repository', 'ours');
    });
  });

  it('lets a warning pass into the log', async () => {
    server.extraFindings = [
      {
        rule: 'simulated',
        severity: 'warning',
        headline: 'Nodes are simulated',
        cause: 'The target is a sandbox.',
        nextSteps: [],
      },
    ];
    const { logger, handled } = run(answers);
    await handled;
    expect(logger.warn).toHaveBeenCalledWith(
      'Nodes are simulated\nThe target is a sandbox.',
    );
  });

  it('joins the first step with the others, without the record of the form', async () => {
    const { name, owner, ...others } = answers;
    const ctx = createMockActionContext({
      input: {
        application: { name, owner, system: undefined },
        answers: { ...others, backendMax: 8, touched: ['backendMax'] },
      },
    });
    await createEnvironmentValidateAction(server.connection).handler(ctx);
    expect(ctx.output).toHaveBeenCalledWith(
      'answers',
      expect.objectContaining({ ...answers, backendMax: 8 }),
    );
  });

  it('works in a dry run, since it only reads', () => {
    const action = createEnvironmentValidateAction(server.connection);
    expect(action.supportsDryRun).toBe(true);
  });
});
