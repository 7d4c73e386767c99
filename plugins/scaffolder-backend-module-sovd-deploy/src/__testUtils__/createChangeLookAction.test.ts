import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { checkStepInput } from './checkStepInput';
import { createChangeLookAction } from './createChangeLookAction';
import { SovdDeployServer } from './SovdDeployServer';

/** The action of the recipe in CONTRIBUTING.md, followed. */
describe('Recipe of an action', () => {
  let server: SovdDeployServer;
  beforeEach(() => {
    server = new SovdDeployServer();
  });
  afterEach(() => server.close());

  it('shows the action that is compiled and run here', () => {
    const page = path.resolve(__dirname, '../../../../CONTRIBUTING.md');
    const file = path.join(__dirname, 'createChangeLookAction.ts');
    // the page indents what belongs to a step of a list
    const unindented = readFileSync(page, 'utf8').replace(/^ {3}/gm, '');
    const [shown] = unindented.match(/(?<=^```ts\n)[\s\S]+?(?=^```$)/m) ?? [];
    expect(shown).toBe(readFileSync(file, 'utf8'));
  });

  it('asks the portal with the rights of the person, and puts out the answer', async () => {
    const { id } = server.start('resource:default/fleet-staging');
    const action = createChangeLookAction(server.connection);
    const input = { changeId: id };
    expect(checkStepInput(action, input)).toEqual([]);
    expect(checkStepInput(action, {})).not.toEqual([]);
    const ctx = createMockActionContext({ input });
    await action.handler(ctx);
    expect(jest.mocked(ctx.output).mock.calls).toEqual([['phase', 'running']]);
    expect(server.tokens).toEqual([expect.stringMatching(/^Bearer /)]);
  });
});
