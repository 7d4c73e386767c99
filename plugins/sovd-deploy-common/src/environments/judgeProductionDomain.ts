import type { Judge } from './JudgeContext';

function isExample(domain: string): boolean {
  return /(?:^|\.)example\.(?:com|net|org)$/.test(domain);
}

/** Production has a name that customers can reach. @public */
export const judgeProductionDomain: Judge = ({ domain, tier }) => {
  if (tier !== 'production' || (domain && !isExample(domain))) return [];
  return [
    {
      rule: 'production-domain',
      severity: 'blocker',
      headline: domain
        ? `Production can't do with ${domain}`
        : 'Nobody could reach production: it has no domain',
      cause: domain
        ? 'Domains under example.com belong to nobody (RFC 2606): no customer would reach it.'
        : 'Without one it gets neither ingress nor load balancer; the only way in is from the cluster itself.',
      nextSteps: [{ label: 'Give a domain of your own' }],
      fields: ['tier', 'domain'],
    },
  ];
};
