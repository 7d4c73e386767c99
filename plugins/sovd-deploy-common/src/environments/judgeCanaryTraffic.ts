import type { Judge } from './JudgeContext';

/**
 * A canary takes a share of the load balancer's traffic, and the load balancer is there
 * for a domain alone. @public
 */
export const judgeCanaryTraffic: Judge = (answers, { target }) => {
  // A target that offers no canary at all is refused by its own rule.
  const offered = target?.strategies ?? ['rolling', 'canary'];
  if (answers.strategy !== 'canary' || !offered.includes('canary')) return [];
  if (answers.domain) return [];
  return [
    {
      rule: 'canary-domain',
      severity: 'blocker',
      headline: 'No traffic reaches the canary',
      cause:
        'A canary is given a share of what comes through the load balancer, and without a domain there is none.',
      nextSteps: [
        { label: 'Name a domain' },
        ...(offered.includes('rolling')
          ? [
              {
                label: 'Roll out without a canary',
                set: { strategy: 'rolling' },
              },
            ]
          : []),
      ],
      fields: ['strategy', 'domain'],
    },
  ];
};
