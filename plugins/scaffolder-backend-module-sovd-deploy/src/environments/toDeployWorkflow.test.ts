import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';
import { toDeployWorkflow } from './toDeployWorkflow';

const workflowsOf = (environment: string) =>
  toDeployWorkflow(
    answersSchema.parse({
      name: 'fleet',
      owner: 'group:default/platform',
      environment,
      target: 'aws',
    }),
  );

it('is started by hand and deploys the environment', () => {
  const [{ path, content }] = workflowsOf('qa');
  const workflow = parse(content);
  expect(path).toBe('.github/workflows/deploy-qa.yml');
  expect(Object.keys(workflow.on)).toEqual(['workflow_dispatch']);
  expect(workflow.jobs.deploy.with).toEqual({
    environment: 'qa',
    commit: '${{ inputs.commit }}',
    'push-run-id': '${{ needs.find.outputs.run }}',
  });
});

it.each(['staging', 'production'])('leaves %s to its branch', environment => {
  expect(workflowsOf(environment)).toEqual([]);
});
