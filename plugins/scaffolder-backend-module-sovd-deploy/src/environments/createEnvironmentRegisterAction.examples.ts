import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `sovd:environment:register`. */
export const examples: TemplateExample[] = [
  {
    description: 'Register the environment whose repository was published',
    example: stringify({
      steps: [
        {
          id: 'environment',
          name: 'Register the environment',
          action: 'sovd:environment:register',
          input: { answers: '${{ steps.validate.output.answers }}' },
        },
      ],
    }),
  },
];
