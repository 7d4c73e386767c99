import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `sovd:stack:provision`. */
export const examples: TemplateExample[] = [
  {
    description: 'Provision the stack of the environment that was registered',
    example: stringify({
      steps: [
        {
          id: 'stack',
          name: 'Provision the stack',
          action: 'sovd:stack:provision',
          input: {
            environmentRef: '${{ steps.environment.output.environmentRef }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Say why, for the history of the environment',
    example: stringify({
      steps: [
        {
          id: 'stack',
          name: 'Provision the stack',
          action: 'sovd:stack:provision',
          input: {
            environmentRef: 'resource:default/fleet-staging',
            reason: 'First environment of the fleet team',
          },
        },
      ],
    }),
  },
  {
    description:
      'Start a creation that waits in the portal until a pull request is merged',
    example: stringify({
      steps: [
        {
          id: 'create',
          name: 'Start the creation',
          action: 'sovd:stack:provision',
          input: {
            environmentRef: '${{ steps.register.output.environmentRef }}',
            reason: 'Added by ${{ steps.propose.output.pullRequestUrl }}',
            wait: false,
          },
        },
      ],
    }),
  },
];
