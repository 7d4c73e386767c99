import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Validation } from '@sovd/plugin-sovd-deploy-common';
import { SovdDeployServer } from '../__testUtils__/SovdDeployServer';
import { judgeApplication } from './judgeApplication';

const input = {
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'sandbox',
};

describe('judgeApplication', () => {
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
  });
  afterEach(() => server.close());

  const judge = (
    more: object,
    state: NonNullable<Validation['repository']>['state'] = 'ours',
  ) => {
    const answers = answersSchema.parse({ ...input, ...more });
    return judgeApplication(server.connection, createMockActionContext(), {
      findings: [],
      answers,
      environmentName: `${answers.name}-${answers.environment}`,
      repository: { state, url: 'http://git.test/sovd/fleet', repoUrl: '' },
    });
  };

  it.each([
    [undefined, 'system:default/fleet'],
    ['system:default/mobility', 'component:default/fleet-backend'],
  ])(
    'leads from another environment, with the system %s, to the form for %s',
    async (system, application) => {
      server.register({ ...input, system });
      const [finding] = await judge({ environment: 'dev', system });
      expect(finding).toMatchObject({
        severity: 'blocker',
        headline: 'fleet exists already, with fleet-staging',
        cause: expect.stringContaining('http://git.test/sovd/fleet'),
      });
      const { href = '' } = finding.nextSteps[0];
      const { pathname, searchParams } = new URL(href, 'http://portal.test');
      expect(pathname).toMatch(/\/sovd-webapp-environment$/);
      expect(JSON.parse(searchParams.get('formData') ?? '')).toEqual({
        application,
      });
    },
  );

  it('has nothing against a new application, nor against one that is created again', async () => {
    server.register(input);
    await expect(judge({ environment: 'dev' }, 'new')).resolves.toEqual([]);
    await expect(judge({})).resolves.toEqual([]);
    await expect(judge({ name: 'harbor' })).resolves.toEqual([]);
  });
});
