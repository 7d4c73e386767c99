import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const stamp = {
  application: '${{ steps.stamp.output.application.name }}',
  base: '${{ steps.stamp.output.base }}',
};

/** Examples of `sovd:stamp:propose`. */
export const examples: TemplateExample[] = [
  {
    description: 'Propose an environment that was added to the stamp',
    example: stringify({
      steps: [
        {
          id: 'propose',
          name: 'Propose the environment',
          action: 'sovd:stamp:propose',
          input: { ...stamp, environment: 'production' },
        },
      ],
    }),
  },
  {
    description: 'Propose a newer version of the template',
    example: stringify({
      steps: [
        {
          id: 'propose',
          name: 'Propose the new version',
          action: 'sovd:stamp:propose',
          input: {
            ...stamp,
            version: '${{ steps.render.output.version }}',
            title: '${{ steps.render.output.title }}',
            body: '${{ steps.render.output.body }}',
            targetPath: './stamp',
          },
        },
      ],
    }),
  },
];
