import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `sovd:environment:render`. */
export const examples: TemplateExample[] = [
  {
    description: 'Write the files of the environment that was validated',
    example: stringify({
      steps: [
        {
          id: 'render',
          name: 'Write the environment',
          action: 'sovd:environment:render',
          input: {
            answers: '${{ steps.validate.output.answers }}',
            repositoryUrl: '${{ steps.validate.output.repositoryUrl }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Write the files of a staging environment',
    example: stringify({
      steps: [
        {
          id: 'render',
          name: 'Write the environment',
          action: 'sovd:environment:render',
          input: {
            answers: {
              name: 'fleet',
              owner: 'group:default/platform',
              environment: 'staging',
              target: 'sandbox',
              backendReplicas: 2,
            },
            repositoryUrl: 'https://git.example.com/sovd/fleet',
          },
        },
      ],
    }),
  },
];
