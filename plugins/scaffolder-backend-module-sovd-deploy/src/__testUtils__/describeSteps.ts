// What each template is held to: a suite that several test files run.
/* eslint-disable jest/no-export */
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { checkStepInput } from './checkStepInput';
import type { TemplateFile } from './readTemplate';
import { SovdDeployServer } from './SovdDeployServer';

type Action = Pick<TemplateAction, 'id' | 'schema'>;

/**
 * Tests that a template and our actions fit: it gives them what they take and reads
 * nothing that they don't tell.
 *
 * @param actionsOf - our actions that it uses, in the order in which it does
 */
export function describeSteps(
  { spec, text }: TemplateFile,
  actionsOf: (connection: SovdDeployServer['connection']) => Action[],
): void {
  describe('its steps', () => {
    let server: SovdDeployServer;
    let actions: Map<string, Action>;
    beforeEach(() => {
      server = new SovdDeployServer();
      actions = new Map(
        actionsOf(server.connection).map(action => [action.id, action]),
      );
    });
    afterEach(() => server.close());

    it('give our actions what they take, in this order', () => {
      const steps = spec.steps.filter(({ action }) =>
        action.startsWith('sovd:'),
      );
      expect(steps.map(({ action }) => action)).toEqual([...actions.keys()]);
      for (const { action, input } of steps) {
        expect(checkStepInput(actions.get(action) ?? {}, input)).toEqual([]);
      }
    });

    it('read only outputs that our actions have', () => {
      const outputs = [...text.matchAll(/steps\.(\w+)\.output\.(\w+)/g)];
      expect(outputs.length).toBeGreaterThan(5);
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
  });
}
