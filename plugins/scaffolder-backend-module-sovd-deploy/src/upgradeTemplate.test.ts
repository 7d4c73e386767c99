import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { checkStepInput } from './__testUtils__/checkStepInput';
import { SovdDeployServer } from './__testUtils__/SovdDeployServer';
import { createStampProposeAction } from './stamps/createStampProposeAction';
import { createStampReadAction } from './stamps/createStampReadAction';
import { createStampRenderAction } from './stamps/createStampRenderAction';

const folder = path.resolve(__dirname, '../../../templates/sovd-webapp');
const readTemplate = (file: string) =>
  readFileSync(path.join(folder, file), 'utf8');
const text = readTemplate('upgrade.yaml');
const templateSchema = z.object({
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
const { spec } = templateSchema.parse(parse(text));
const first = templateSchema.parse(parse(readTemplate('template.yaml')));
const inputOf = (steps: typeof spec.steps, id: string) =>
  steps.find(step => step.id === id)?.input ?? {};

describe('templates/sovd-webapp/upgrade.yaml', () => {
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
  });
  afterEach(() => server.close());

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
});
