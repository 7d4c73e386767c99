import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `sovd:change:apply`. */
export const examples: TemplateExample[] = [
  {
    description: 'Upgrade as it was planned one step before',
    example: stringify({
      steps: [
        {
          id: 'plan',
          name: 'Plan the upgrade',
          action: 'sovd:change:plan',
          input: {
            environmentRef: '${{ parameters.environmentRef }}',
            kind: 'upgrade',
            version: '${{ parameters.version }}',
          },
        },
        {
          id: 'apply',
          name: 'Upgrade',
          action: 'sovd:change:apply',
          input: {
            environmentRef: '${{ parameters.environmentRef }}',
            kind: 'upgrade',
            planDigest: '${{ steps.plan.output.digest }}',
            reason: '${{ parameters.reason }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Restart the pods, and only where there is a plain way back',
    example: stringify({
      steps: [
        {
          id: 'apply',
          name: 'Restart',
          if: "${{ steps.plan.output.wayBack === 'plain' }}",
          action: 'sovd:change:apply',
          input: {
            environmentRef: 'resource:default/fleet-staging',
            kind: 'restart',
            planDigest: '${{ steps.plan.output.digest }}',
            reason: 'Connections are leaking',
          },
        },
      ],
    }),
  },
];
