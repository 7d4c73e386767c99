import { amountOf } from './amountOf';
import type { Judge } from './JudgeContext';

const resources = [
  { resource: 'cpu', word: 'CPU' },
  { resource: 'memory', word: 'memory' },
] as const;

/** A pod can't be promised more than it may use: Kubernetes refuses it. @public */
export const judgeResources: Judge = ({ backendResources }) => {
  const { requests, limits } = backendResources;
  return resources
    .filter(
      ({ resource }) =>
        amountOf(requests[resource]) > amountOf(limits[resource]),
    )
    .map(({ resource, word }) => {
      const [request, limit] = [requests[resource], limits[resource]];
      return {
        rule: `resources-${resource}`,
        severity: 'blocker',
        headline: `A backend pod asks for ${request} of ${word}, above its limit of ${limit}`,
        cause:
          'What a pod is promised can be at most what it may use; Kubernetes refuses it otherwise.',
        nextSteps: [
          {
            label: `Limit of ${request}`,
            set: {
              backendResources: {
                requests,
                limits: { ...limits, [resource]: request },
              },
            },
          },
          {
            label: `Ask for ${limit}`,
            set: {
              backendResources: {
                requests: { ...requests, [resource]: limit },
                limits,
              },
            },
          },
        ],
        fields: ['backendResources'],
      };
    });
};
