import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import {
  createFetchPlainFileAction,
  createFetchTemplateAction,
} from '@backstage/plugin-scaffolder-backend';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { checkStepInput } from './__testUtils__/checkStepInput';
import { SovdDeployServer } from './__testUtils__/SovdDeployServer';
import { testStamp } from './__testUtils__/testStamp';
import { createStampProposeAction } from './stamps/createStampProposeAction';
import { createStampReadAction } from './stamps/createStampReadAction';
import { createStampRenderAction } from './stamps/createStampRenderAction';

const folder = path.resolve(__dirname, '../../../templates/sovd-webapp');
const readTemplate = (file: string) =>
  readFileSync(path.join(folder, file), 'utf8');
const text = readTemplate('upgrade.yaml');
const templateSchema = z.object({
  metadata: z.object({
    name: z.string(),
    annotations: z.record(z.string(), z.string()),
  }),
  spec: z.object({
    parameters: z.array(
      z.object({ properties: z.record(z.string(), z.looseObject({})) }),
    ),
    steps: z.array(
      z.object({
        id: z.string(),
        action: z.string(),
        input: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
});
const VERSION = 'sovd.io/template-version';
const { metadata, spec } = templateSchema.parse(parse(text));
const first = templateSchema.parse(parse(readTemplate('template.yaml')));
const inputOf = (steps: typeof spec.steps, id: string) =>
  steps.find(step => step.id === id)?.input ?? {};

/** Values of `${{ steps.… }}`, at any depth; what follows an `or` is left out. */
function fill(input: unknown, outputs: Record<string, unknown>): unknown {
  if (typeof input === 'object' && input !== null) {
    return Object.fromEntries(
      Object.entries(input).map(([key, value]) => [key, fill(value, outputs)]),
    );
  }
  const [, id, rest] =
    /^\$\{\{ steps\.(\w+)\.output\.(\S+)/.exec(String(input)) ?? [];
  if (!id) return input;
  const keys = rest.match(/[\w/]+(?:\.io\/\w+)?/g) ?? [];
  return keys.reduce<unknown>(
    (value, key) => Reflect.get(Object(value), key),
    outputs[id],
  );
}

describe('templates/sovd-webapp/upgrade.yaml', () => {
  const workspace = createMockDirectory();
  const scratch = createMockDirectory();
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
    workspace.clear();
    scratch.clear();
  });
  afterEach(() => server.close());

  /** A step as the scaffolder runs it, for expressions that are a whole value. */
  async function runStep(
    { action: id, input }: (typeof spec.steps)[number],
    outputs: Record<string, unknown>,
  ): Promise<Record<string, unknown>> {
    const fetching = {
      reader: mockServices.urlReader.mock(),
      integrations: ScmIntegrations.fromConfig(mockServices.rootConfig()),
    };
    const action = [
      createFetchTemplateAction(fetching),
      createFetchPlainFileAction(fetching),
      createStampReadAction(server.connection),
      createStampRenderAction(server.connection),
      createStampProposeAction(server.connection),
    ].find(one => one.id === id);
    const said: Record<string, unknown> = {};
    const context = {
      ...createMockActionContext({ workspacePath: workspace.path }),
      createTemporaryDirectory: async () => scratch.path,
      templateInfo: {
        entityRef: 'template:default/sovd-webapp-upgrade',
        baseUrl: pathToFileURL(path.join(folder, 'upgrade.yaml')).href,
        entity: { metadata },
      },
      input: fill(input, outputs),
      output: (name: string, value: unknown) => {
        said[name] = value;
      },
    };
    const handler = action?.handler as (given: typeof context) => Promise<void>;
    await handler(context);
    return said;
  }

  const actionsOf = ({ connection }: SovdDeployServer) =>
    new Map(
      [
        createStampReadAction(connection),
        createStampRenderAction(connection),
        createStampProposeAction(connection),
      ].map(({ id, schema }) => [id, { schema }]),
    );

  it('asks for an application alone, which a link may choose', () => {
    expect(spec.parameters.map(({ properties }) => properties)).toEqual([
      { application: expect.objectContaining({ 'ui:field': 'EntityPicker' }) },
    ]);
  });

  it('gives our actions what they take, in this order', () => {
    const actions = actionsOf(server);
    const steps = spec.steps.filter(({ action }) => action.startsWith('sovd:'));
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
      const { action = '' } = spec.steps.find(step => step.id === id) ?? {};
      const schema = actions.get(action)?.schema;
      expect(
        action === 'catalog:fetch'
          ? ['entity']
          : Object.keys(schema?.output?.properties ?? {}),
      ).toContain(output);
    }
  });

  it('lays the content out as the template that creates one does', () => {
    const { targetPath, values, ...fetch } = inputOf(spec.steps, 'fetch');
    const { values: theirs, ...same } = inputOf(first.spec.steps, 'fetch');
    expect(fetch).toEqual(same);
    expect(Object.keys(Object(values))).toEqual(Object.keys(Object(theirs)));
    const render = inputOf(spec.steps, 'render');
    const propose = inputOf(spec.steps, 'propose');
    expect([render.targetPath, propose.targetPath]).toEqual([
      targetPath,
      targetPath,
    ]);
    expect(render.basePath).toBe(inputOf(spec.steps, 'stamp').targetPath);
  });

  it('reads notes that lie beside it', () => {
    const { url, targetPath } = inputOf(spec.steps, 'notes');
    expect(existsSync(path.join(folder, String(url)))).toBe(true);
    expect(inputOf(spec.steps, 'render').notesPath).toBe(targetPath);
  });

  it('runs from the stamp before to a proposal, with its own inputs', async () => {
    const stamp = testStamp();
    server.stamps.set('fleet', stamp);
    server.proposal = { state: 'proposed', conflicts: [] };
    const outputs: Record<string, unknown> = {
      entity: {
        entity: {
          metadata: { annotations: { 'sovd.io/application': 'fleet' } },
        },
      },
    };
    for (const step of spec.steps.filter(({ id }) => id !== 'entity')) {
      outputs[step.id] = await runStep(step, outputs);
    }
    const [{ purpose, base, title, body, files }] = server.proposals;
    expect({ purpose, base, title }).toEqual({
      purpose: { kind: 'template', version: metadata.annotations[VERSION] },
      base: stamp.commit,
      title: expect.stringMatching(/^Upgrade fleet to version/),
    });
    expect(body).toContain('- `scripts/run.sh`');
    const paths = files.map(file => file.path);
    expect(paths.length).toBeGreaterThan(200);
    expect(paths).toEqual(
      expect.arrayContaining([
        'environments/staging/values.yaml',
        'infrastructure/terraform/main.tf',
        'backend/app/application.json',
      ]),
    );
    expect(paths.filter(file => /\.njk$|^versions\.yaml$/.test(file))).toEqual(
      [],
    );
    const readme = files.find(file => file.path === 'README.md');
    expect(atob(readme?.content ?? '')).toMatch(/^Ours\n/);
  });
});
