import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
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
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const text = read('add-environment.yaml');
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
const first = templateSchema.parse(parse(read('template.yaml')));

describe('templates/sovd-webapp/add-environment.yaml', () => {
  const workspace = createMockDirectory();
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
    workspace.clear();
  });
  afterEach(() => server.close());

  const actionsOf = ({ connection }: SovdDeployServer) =>
    new Map<string, TemplateAction>(
      [
        createStampReadAction(connection),
        createEnvironmentValidateAction(connection),
        createEnvironmentRenderAction(connection),
        createStampProposeAction(connection),
        createEnvironmentRegisterAction(connection),
        createStackProvisionAction(connection),
      ].map(action => [action.id, action as TemplateAction]),
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
    const actions = actionsOf(server);
    const run = async (action: string, input: JsonObject) => {
      const ctx = createMockActionContext({
        input,
        workspacePath: workspace.path,
        templateInfo: {
          entityRef: `template:default/${template.metadata.name}`,
          entity: { metadata: template.metadata },
        },
      });
      await actions.get(action)?.handler(ctx);
      return Object.fromEntries(jest.mocked(ctx.output).mock.calls);
    };

    const stamp = await run('sovd:stamp:read', {
      application: 'fleet',
      sameVersion: true,
    });
    const { answers } = await run('sovd:environment:validate', {
      application: stamp.application,
      answers: {
        environment: 'dev',
        target: 'sandbox',
        vpcCidr: '10.1.0.0/16',
        touched: ['environment'],
      },
      existing: true,
    });
    expect(answers).toMatchObject({
      name: 'fleet',
      description: 'Diagnostics',
    });
    const { files } = await run('sovd:environment:render', {
      answers,
      repositoryUrl: stamp.repositoryUrl,
    });
    expect(files).toContain('environments/dev/environment.yaml');
    const { pullRequestUrl } = await run('sovd:stamp:propose', {
      application: 'fleet',
      base: stamp.base,
      environment: 'dev',
    });
    expect(pullRequestUrl).toBe('http://git.test/sovd/fleet/pulls/7');
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
    const { environmentRef } = await run('sovd:environment:register', {
      answers,
    });
    expect(environmentRef).toBe('resource:default/fleet-dev');
    const { changeUrl } = await run('sovd:stack:provision', {
      environmentRef,
      wait: false,
    });
    expect(changeUrl).toBe('/catalog/default/resource/fleet-dev/environment');
    expect(server.changes).toMatchObject([
      { kind: 'create', phase: 'running', environmentRef },
    ]);
  });
});
