import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `sovd:stamp:read`. */
export const examples: TemplateExample[] = [
  {
    description: 'Read the stamp of an application by its name',
    example: stringify({
      steps: [
        {
          id: 'stamp',
          name: 'Read the stamp',
          action: 'sovd:stamp:read',
          input: { application: 'fleet' },
        },
      ],
    }),
  },
  {
    description:
      "Read the stamp of the application that an entity belongs to, and refuse one of another version than the template's",
    example: stringify({
      steps: [
        {
          id: 'entity',
          name: 'Look the application up',
          action: 'catalog:fetch',
          input: { entityRef: '${{ parameters.application }}' },
        },
        {
          id: 'stamp',
          name: 'Read the stamp',
          action: 'sovd:stamp:read',
          input: {
            application:
              "${{ steps.entity.output.entity.metadata.annotations['sovd.io/application'] or '' }}",
            sameVersion: true,
          },
        },
      ],
    }),
  },
];
