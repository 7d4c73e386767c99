import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `sovd:stamp:render`. */
export const examples: TemplateExample[] = [
  {
    description: 'Bring a repository to the version of the template beside it',
    example: stringify({
      steps: [
        {
          id: 'stamp',
          name: 'Read the stamp',
          action: 'sovd:stamp:read',
          input: {
            application: '${{ parameters.application }}',
            targetPath: './base',
          },
        },
        {
          id: 'fetch',
          name: 'Lay out the newer version',
          action: 'fetch:template',
          input: {
            url: './content',
            targetPath: './stamp',
            templateFileExtension: true,
            values: {
              name: '${{ steps.stamp.output.application.name }}',
              description: '${{ steps.stamp.output.application.description }}',
            },
          },
        },
        {
          id: 'notes',
          name: 'Read what is new',
          action: 'fetch:plain:file',
          input: { url: './versions.yaml', targetPath: './versions.yaml' },
        },
        {
          id: 'render',
          name: 'Write the stamp',
          action: 'sovd:stamp:render',
          input: {
            repositoryUrl: '${{ steps.stamp.output.repositoryUrl }}',
            basePath: './base',
            targetPath: './stamp',
            notesPath: './versions.yaml',
          },
        },
      ],
    }),
  },
];
