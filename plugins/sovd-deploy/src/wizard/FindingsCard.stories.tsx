import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import type { Story } from '../__testUtils__/Story';
import { FindingsCard } from './FindingsCard';
import type { FindingsCardProps } from './FindingsCard';

type CardStory = Story<FindingsCardProps>;

const connections: Finding = {
  rule: 'connections',
  severity: 'blocker',
  headline: '20 pods can use up all database connections',
  cause:
    'Each pod opens up to 30; together 630 while a release rolls. db.t3.medium allows 450.',
  nextSteps: [
    { label: 'At most 10 pods', set: { backendMax: 10 } },
    { label: 'Or db.t3.large', set: { databaseClass: 'db.t3.large' } },
    { label: 'Or fewer connections each' },
    { label: 'Why', href: '/docs' },
  ],
  fields: ['backendMax', 'databaseClass'],
};
const nat: Finding = {
  rule: 'nat',
  severity: 'info',
  headline: 'One NAT gateway is one point of failure',
  cause: 'If its zone fails, pods lose the internet.',
  nextSteps: [{ label: 'One in each zone', set: { natMode: 'per-zone' } }],
  fields: ['natMode'],
};
const base = {
  onRemedy: () => {},
};

export default { title: 'Wizard/FindingsCard', component: FindingsCard };

export const Nothing: CardStory = { args: { ...base, findings: [] } };
export const Waiting: CardStory = {
  args: {
    ...base,
    findings: [{ finding: connections, elsewhere: [] }],
    portal: 'waiting',
  },
};
export const Asking: CardStory = {
  args: { ...base, findings: [], portal: 'asking' },
};
export const Asked: CardStory = {
  args: { ...base, findings: [], portal: 'asked' },
};
export const ToFix: CardStory = {
  args: {
    ...base,
    findings: [
      { finding: connections, elsewhere: [] },
      { finding: nat, elsewhere: ['Sizes'] },
    ],
  },
};
export const ToKnow: CardStory = {
  args: { ...base, findings: [{ finding: nat, elsewhere: [] }] },
};
