import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import scaffolderModuleSovdDeploy from './index';

async function addedActions(): Promise<TemplateAction[]> {
  const addActions = jest.fn();
  await startTestBackend({
    extensionPoints: [[scaffolderActionsExtensionPoint, { addActions }]],
    features: [scaffolderModuleSovdDeploy, mockServices.auth.factory()],
  });
  return addActions.mock.calls.flat();
}

describe('scaffolderModuleSovdDeploy', () => {
  it('adds every action of the golden path, each with examples', async () => {
    const actions = await addedActions();
    expect(actions.map(({ id }) => id)).toEqual([
      'sovd:environment:validate',
      'sovd:environment:render',
      'sovd:environment:register',
      'sovd:stack:provision',
      'sovd:release:deploy',
      'sovd:change:plan',
      'sovd:change:apply',
      'sovd:stamp:read',
      'sovd:stamp:render',
      'sovd:stamp:propose',
    ]);
    for (const { examples, description } of actions) {
      expect(examples).not.toHaveLength(0);
      expect(description).toMatch(/\w/);
    }
  });

  it('has every action in docs/actions.md, with all that goes in and comes out', async () => {
    const file = path.resolve(__dirname, '../../../docs/actions.md');
    const sections = readFileSync(file, 'utf8').split(/^## /m).slice(1);
    const actions = await addedActions();
    expect(sections.map(text => text.split('\n')[0])).toEqual(
      actions.map(({ id }) => id),
    );
    actions.forEach(({ schema }, index) => {
      const headings = sections[index].match(/(?<=^### ).*/gm);
      expect(headings).toEqual([
        'Purpose',
        'Input',
        'Output',
        'Example',
        'Failures',
      ]);
      const [, input, output] = sections[index].split(/^### (?:Input|Output)/m);
      const rows = (text: string) => text.match(/(?<=^\| `)\w+(?=` *\|)/gm);
      expect(rows(input)).toEqual(Object.keys(schema?.input?.properties ?? {}));
      expect(rows(output)).toEqual(
        Object.keys(schema?.output?.properties ?? {}),
      );
    });
  });
});
