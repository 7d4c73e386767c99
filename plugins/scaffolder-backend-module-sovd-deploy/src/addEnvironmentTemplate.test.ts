import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import { describeSteps } from './__testUtils__/describeSteps';
import { readTemplate, VERSION_ANNOTATION } from './__testUtils__/readTemplate';
import { SovdDeployServer } from './__testUtils__/SovdDeployServer';
import { testStamp } from './__testUtils__/testStamp';
import { createStackProvisionAction } from './changes/createStackProvisionAction';
import { createEnvironmentRegisterAction } from './environments/createEnvironmentRegisterAction';
import { createEnvironmentRenderAction } from './environments/createEnvironmentRenderAction';
import { createEnvironmentValidateAction } from './environments/createEnvironmentValidateAction';
import { createStampProposeAction } from './stamps/createStampProposeAction';
import { createStampReadAction } from './stamps/createStampReadAction';

const template = readTemplate('add-environment.yaml');
const first = readTemplate('template.yaml');

describe('templates/sovd-webapp/add-environment.yaml', () => {
  const workspace = createMockDirectory();
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
    workspace.clear();
  });
  afterEach(() => server.close());

  describeSteps(template, connection => [
    createStampReadAction(connection),
    createEnvironmentValidateAction(connection),
    createEnvironmentRenderAction(connection),
    createStampProposeAction(connection),
    createEnvironmentRegisterAction(connection),
    createStackProvisionAction(connection),
  ]);

  it('asks for an application, then the same steps as the template that creates one', () => {
    const [application, ...steps] = template.spec.parameters;
    expect(application).toMatchObject({
      required: ['application'],
      properties: { application: { 'ui:field': 'EntityPicker' } },
    });
    expect(steps).toEqual(first.spec.parameters.slice(1));
  });

  it('has the version of the template that creates one', () => {
    expect(template.metadata.annotations[VERSION_ANNOTATION]).toBe(
      first.metadata.annotations[VERSION_ANNOTATION],
    );
  });

  it('adds an environment, and leaves its creation to the portal', async () => {
    server.stamps.set('fleet', testStamp());
    server.repositoryState = 'ours';
    server.proposal = {
      state: 'proposed',
      conflicts: [],
      pullRequest: {
        title: 'Add fleet-dev',
        url: 'http://git.test/sovd/fleet/pulls/7',
        branch: 'sovd/add-env-dev',
        state: 'open',
      },
    };
    server.register({
      name: 'fleet',
      owner: 'group:default/platform',
      environment: 'staging',
      target: 'sandbox',
    });
    const { connection } = server;
    const contextOf = <I extends JsonObject>(input: I) =>
      createMockActionContext({
        input,
        workspacePath: workspace.path,
        templateInfo: {
          entityRef: `template:default/${template.metadata.name}`,
          entity: { metadata: template.metadata },
        },
      });
    const outputsOf = ({ output }: { output: (...given: never) => void }) =>
      Object.fromEntries(jest.mocked(output).mock.calls);

    const read = contextOf({ application: 'fleet', sameVersion: true });
    await createStampReadAction(connection).handler(read);
    const stamp = outputsOf(read);

    const validate = contextOf({
      application: stamp.application,
      answers: {
        environment: 'dev',
        target: 'sandbox',
        vpcCidr: '10.1.0.0/16',
        touched: ['environment'],
      },
      existing: true,
    });
    await createEnvironmentValidateAction(connection).handler(validate);
    const { answers } = outputsOf(validate);
    expect(answers).toMatchObject({
      name: 'fleet',
      description: 'Diagnostics',
    });

    const { repositoryUrl } = stamp;
    const render = contextOf({ answers, repositoryUrl });
    await createEnvironmentRenderAction(connection).handler(render);
    expect(outputsOf(render).files).toContain(
      'environments/dev/environment.yaml',
    );

    const { base } = stamp;
    const propose = contextOf({
      application: 'fleet',
      base,
      environment: 'dev',
    });
    await createStampProposeAction(connection).handler(propose);
    expect(outputsOf(propose).pullRequestUrl).toBe(
      'http://git.test/sovd/fleet/pulls/7',
    );
    const [proposed] = server.proposals;
    expect(proposed.purpose).toEqual({
      kind: 'environment',
      environment: 'dev',
    });
    expect(proposed.files.map(file => file.path)).toEqual(
      expect.arrayContaining([
        'environments/dev/environment.yaml',
        'environments/staging/environment.yaml',
        'scripts/run.sh',
      ]),
    );

    const register = contextOf({ answers });
    await createEnvironmentRegisterAction(connection).handler(register);
    const { environmentRef } = outputsOf(register);
    expect(environmentRef).toBe('resource:default/fleet-dev');

    const create = contextOf({ environmentRef, wait: false });
    await createStackProvisionAction(connection).handler(create);
    expect(outputsOf(create).changeUrl).toBe(
      '/catalog/default/resource/fleet-dev/environment',
    );
    expect(server.changes).toMatchObject([
      { kind: 'create', phase: 'running', environmentRef },
    ]);
  });
});
