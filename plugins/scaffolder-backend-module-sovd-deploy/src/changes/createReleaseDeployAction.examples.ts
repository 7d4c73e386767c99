import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `sovd:release:deploy`. */
export const examples: TemplateExample[] = [
  {
    description: 'Follow the change whose stack was provisioned',
    example: stringify({
      steps: [
        {
          id: 'release',
          name: 'Deploy the release',
          action: 'sovd:release:deploy',
          input: {
            environmentRef: '${{ steps.environment.output.environmentRef }}',
            changeId: '${{ steps.stack.output.changeId }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Bring up an environment in one step',
    example: stringify({
      steps: [
        {
          id: 'release',
          name: 'Create the environment',
          action: 'sovd:release:deploy',
          input: { environmentRef: 'resource:default/fleet-staging' },
        },
      ],
    }),
  },
];
