import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `sovd:change:plan`. */
export const examples: TemplateExample[] = [
  {
    description: 'Plan the upgrade to a version that a person chose',
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
      ],
    }),
  },
  {
    description:
      'Plan to go back to the release that Helm counts as its fourth',
    example: stringify({
      steps: [
        {
          id: 'plan',
          name: 'Plan the way back',
          action: 'sovd:change:plan',
          input: {
            environmentRef: 'resource:default/fleet-staging',
            kind: 'rollback',
            revision: 4,
          },
        },
      ],
    }),
  },
  {
    description: 'Plan more pods, and scale only when no revision would run',
    example: stringify({
      steps: [
        {
          id: 'plan',
          name: 'Plan more pods',
          action: 'sovd:change:plan',
          input: {
            environmentRef: 'resource:default/fleet-staging',
            kind: 'scale',
            backendMin: 5,
            backendMax: 12,
          },
        },
        {
          id: 'apply',
          name: 'Scale',
          if: '${{ steps.plan.output.pendingRevisions === 0 }}',
          action: 'sovd:change:apply',
          input: {
            environmentRef: 'resource:default/fleet-staging',
            kind: 'scale',
            planDigest: '${{ steps.plan.output.digest }}',
            reason: 'Rush hour',
          },
        },
      ],
    }),
  },
];
