import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { checkStepInput } from './__testUtils__/checkStepInput';
import { SovdDeployServer } from './__testUtils__/SovdDeployServer';
import { testStamp } from './__testUtils__/testStamp';
import { createStackProvisionAction } from './changes/createStackProvisionAction';
import { createEnvironmentRegisterAction } from './environments/createEnvironmentRegisterAction';
import { createEnvironmentRenderAction } from './environments/createEnvironmentRenderAction';
import { createEnvironmentValidateAction } from './environments/createEnvironmentValidateAction';
import { createStampProposeAction } from './stamps/createStampProposeAction';
import { createStampReadAction } from './stamps/createStampReadAction';

const folder = path.resolve(__dirname, '../../../templates/sovd-webapp');
const readTemplate = (file: string) =>
  readFileSync(path.join(folder, file), 'utf8');
const text = readTemplate('add-environment.yaml');
const templateSchema = z.object({
  metadata: z.object({
    name: z.string(),
    annotations: z.record(z.string(), z.string()),
  }),
  spec: z.object({
    parameters: z.array(z.record(z.string(), z.json())),
    steps: z.array(
      z.object({
        id: z.string(),
        action: z.string(),
        input: z.record(z.string(), z.json()),
      }),
    ),
  }),
});
const template = templateSchema.parse(parse(text));
const first = templateSchema.parse(parse(readTemplate('template.yaml')));

describe('templates/sovd-webapp/add-environment.yaml', () => {
  const workspace = createMockDirectory();
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
    workspace.clear();
  });
  afterEach(() => server.close());

  const actionsOf = ({ connection }: SovdDeployServer) =>
    new Map(
      [
        createStampReadAction(connection),
        createEnvironmentValidateAction(connection),
        createEnvironmentRenderAction(connection),
        createStampProposeAction(connection),
        createEnvironmentRegisterAction(connection),
        createStackProvisionAction(connection),
      ].map(({ id, schema }) => [id, { schema }]),
    );

  it('asks for an application, then the same steps as the template that creates one', () => {
    const [application, ...steps] = template.spec.parameters;
    expect(application).toMatchObject({
      required: ['application'],
      properties: { application: { 'ui:field': 'EntityPicker' } },
    });
    expect(steps).toEqual(first.spec.parameters.slice(1));
  });

  it('has the version of the template that creates one', () => {
    const version = 'sovd.io/template-version';
    expect(template.metadata.annotations[version]).toBe(
      first.metadata.annotations[version],
    );
  });

  it('gives our actions what they take, in this order', () => {
    const actions = actionsOf(server);
    const steps = template.spec.steps.filter(({ action }) =>
      action.startsWith('sovd:'),
    );
    expect(steps.map(({ action }) => action)).toEqual([...actions.keys()]);
    for (const { action, input } of steps) {
      expect(checkStepInput(actions.get(action) ?? {}, input)).toEqual([]);
    }
  });

  it('reads only outputs that our actions have', () => {
    const actions = actionsOf(server);
    const outputs = [...text.matchAll(/steps\.(\w+)\.output\.(\w+)/g)];
    expect(outputs.length).toBeGreaterThan(8);
    for (const [, id, output] of outputs) {
      const { action = '' } =
        template.spec.steps.find(step => step.id === id) ?? {};
      const schema = actions.get(action)?.schema;
      expect(
        action === 'catalog:fetch'
          ? ['entity']
          : Object.keys(schema?.output?.properties ?? {}),
      ).toContain(output);
    }
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
