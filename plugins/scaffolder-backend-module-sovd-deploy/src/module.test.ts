import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import scaffolderModuleSovdDeploy from './index';

it('adds every action of the golden path, each with examples', async () => {
  const addActions = jest.fn();
  await startTestBackend({
    extensionPoints: [[scaffolderActionsExtensionPoint, { addActions }]],
    features: [scaffolderModuleSovdDeploy, mockServices.auth.factory()],
  });
  const actions = addActions.mock.calls.flat();
  expect(actions.map(({ id }) => id)).toEqual([
    'sovd:environment:validate',
    'sovd:environment:render',
    'sovd:environment:register',
    'sovd:stack:provision',
    'sovd:release:deploy',
  ]);
  for (const { examples, description } of actions) {
    expect(examples.length).toBeGreaterThan(0);
    expect(description).toMatch(/\w/);
  }
});
