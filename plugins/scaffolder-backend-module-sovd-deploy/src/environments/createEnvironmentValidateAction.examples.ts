import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `sovd:environment:validate`. */
export const examples: TemplateExample[] = [
  {
    description: 'Judge what a person answered in the form',
    example: stringify({
      steps: [
        {
          id: 'validate',
          name: 'Check the answers',
          action: 'sovd:environment:validate',
          input: {
            answers: {
              name: 'fleet',
              owner: 'group:default/platform',
              environment: 'staging',
              target: 'sandbox',
            },
          },
        },
      ],
    }),
  },
  {
    description: 'Judge the form as a whole and publish only a new repository',
    example: stringify({
      steps: [
        {
          id: 'validate',
          name: 'Check the answers',
          action: 'sovd:environment:validate',
          input: {
            application: {
              name: '${{ parameters.name }}',
              description: '${{ parameters.description }}',
              owner: '${{ parameters.owner }}',
              system: '${{ parameters.system }}',
            },
            answers: '${{ parameters.answers }}',
          },
        },
        {
          id: 'publish',
          name: 'Publish',
          if: "${{ steps.validate.output.repository === 'new' }}",
          action: 'publish:gitea',
          input: { repoUrl: '${{ steps.validate.output.repoUrl }}' },
        },
      ],
    }),
  },
];
