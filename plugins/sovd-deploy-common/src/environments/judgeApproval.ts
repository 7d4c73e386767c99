import type { Judge } from './JudgeContext';

/** Production waits until the portal can ask an approver, and says so. @public */
export const judgeApproval: Judge = ({ tier, approvers, changeApproval }) => {
  if (tier === 'production') {
    const named = approvers.length;
    return [
      {
        rule: 'production-approval',
        severity: 'blocker',
        headline:
          named > 0
            ? "Production can't be created before approvals exist"
            : "Production needs an approver, and approvals don't exist yet",
        cause: `${
          named > 0
            ? `Approvers are named (${approvers.join(', ')})`
            : 'No approver is named'
        }, but this portal can't ask anyone for approval yet: nothing would hold a change of production back.`,
        nextSteps: [
          { label: 'Create it as staging', set: { tier: 'staging' } },
          ...(named > 0 ? [] : [{ label: 'Name who may approve' }]),
        ],
        fields: ['tier', 'approvers'],
      },
    ];
  }
  if (!changeApproval) return [];
  return [
    {
      rule: 'change-approval',
      severity: 'blocker',
      headline: "Changes can't wait for an approval yet",
      cause:
        "This portal can't ask anyone for approval yet, so every change would wait for ever.",
      nextSteps: [
        { label: 'Change without approval', set: { changeApproval: false } },
      ],
      fields: ['tier', 'changeApproval'],
    },
  ];
};
