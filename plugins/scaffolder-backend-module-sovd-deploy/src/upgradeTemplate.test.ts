import { existsSync } from 'node:fs';
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
import { describeSteps } from './__testUtils__/describeSteps';
import {
  readTemplate,
  templateFolder,
  VERSION_ANNOTATION,
} from './__testUtils__/readTemplate';
import { SovdDeployServer } from './__testUtils__/SovdDeployServer';
import { testStamp } from './__testUtils__/testStamp';
import { createStampProposeAction } from './stamps/createStampProposeAction';
import { createStampReadAction } from './stamps/createStampReadAction';
import { createStampRenderAction } from './stamps/createStampRenderAction';

const template = readTemplate('upgrade.yaml');
const { metadata, spec } = template;
const first = readTemplate('template.yaml');
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
        baseUrl: pathToFileURL(path.join(templateFolder, 'upgrade.yaml')).href,
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

  describeSteps(template, connection => [
    createStampReadAction(connection),
    createStampRenderAction(connection),
    createStampProposeAction(connection),
  ]);

  it('asks for an application alone, which a link may choose', () => {
    expect(spec.parameters.map(({ properties }) => properties)).toEqual([
      { application: expect.objectContaining({ 'ui:field': 'EntityPicker' }) },
    ]);
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
    expect(existsSync(path.join(templateFolder, String(url)))).toBe(true);
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
      purpose: {
        kind: 'template',
        version: metadata.annotations[VERSION_ANNOTATION],
      },
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
