import type { Finding, NextStep } from '../finding';
import type { Answers } from './answers';
import type { Judge } from './JudgeContext';

interface Minimum {
  field: keyof Answers;
  /** What is too little, with its number; undefined when it is enough. */
  lacks(answers: Answers): string | undefined;
  cause: string;
  step: NextStep;
}

const minima: Minimum[] = [
  {
    field: 'changeApproval',
    lacks: ({ changeApproval }) =>
      changeApproval ? undefined : 'changes without approval',
    cause: 'A change of production waits for an approver.',
    step: {
      label: 'Let changes wait for approval',
      set: { changeApproval: true },
    },
  },
  {
    field: 'multiAz',
    lacks: ({ multiAz }) =>
      multiAz ? undefined : 'a database without a standby',
    cause:
      'A standby in a second zone takes over within minutes; restoring takes hours.',
    step: { label: 'A standby in a second zone', set: { multiAz: true } },
  },
  {
    field: 'cacheNodes',
    lacks: ({ cacheNodes }) => (cacheNodes < 2 ? '1 cache node' : undefined),
    cause:
      'With 2 nodes the second takes over; with one, everybody signs in again.',
    step: { label: '2 cache nodes', set: { cacheNodes: 2 } },
  },
];

function finding(headline: string, minimum: Omit<Minimum, 'lacks'>): Finding {
  return {
    rule: `production-${minimum.field}`,
    severity: 'blocker',
    headline,
    cause: minimum.cause,
    nextSteps: [minimum.step],
    fields: ['tier', minimum.field],
  };
}

function judgeNodes({ nodesMin, nodesDesired, nodesMax }: Answers): Finding[] {
  if (nodesMin >= 3) return [];
  const set = {
    nodesMin: 3,
    nodesDesired: Math.max(3, nodesDesired),
    nodesMax: Math.max(3, nodesMax),
  };
  return [
    finding(`Production can't shrink to ${nodesMin} of 3 nodes`, {
      field: 'nodesMin',
      cause: 'It keeps one node in each of 3 zones.',
      step: { label: 'At least 3 nodes', set },
    }),
  ];
}

function judgeContact({ slackChannel, pagerDutyKeyRef }: Answers): Finding[] {
  if (slackChannel || pagerDutyKeyRef) return [];
  return [
    {
      rule: 'production-contact',
      severity: 'blocker',
      headline: 'Nobody would hear that production is in trouble',
      cause: 'Neither a Slack channel nor a PagerDuty key is named.',
      nextSteps: [{ label: 'Name a Slack channel or a PagerDuty key' }],
      fields: ['tier', 'slackChannel', 'pagerDutyKeyRef'],
    },
  ];
}

/** What production may not go below. @public */
export const judgeProduction: Judge = answers => {
  if (answers.tier !== 'production') return [];
  const lacking = minima.flatMap(minimum => {
    const lack = minimum.lacks(answers);
    return lack ? [finding(`Production can't do with ${lack}`, minimum)] : [];
  });
  return [...lacking, ...judgeNodes(answers), ...judgeContact(answers)];
};
