import type { QuestionGroup } from './Question';

/** What it may cost, and who hears of trouble. */
export const budgetQuestions: readonly QuestionGroup[] = [
  {
    title: 'Limit',
    questions: [
      {
        kind: 'number',
        field: 'monthlyBudgetUsd',
        label: 'Budget a month',
        help: '100 to 20,000 US dollars. With an email address below, AWS writes there at 80 % of it, and when all of it is foreseen.',
        least: 100,
        most: 20_000,
        step: 50,
        unit: 'USD',
      },
    ],
  },
  {
    title: 'Who hears of trouble',
    questions: [
      {
        kind: 'text',
        field: 'alertEmail',
        label: 'Email',
        help: 'An address of a team rather than of a person.',
      },
      {
        kind: 'text',
        field: 'slackChannel',
        label: 'Slack channel',
        help: 'Such as #fleet-alerts.',
      },
      {
        kind: 'text',
        field: 'pagerDutyKeyRef',
        label: 'Secret with the PagerDuty key',
        help: 'The name of the secret, such as fleet/pagerduty; never the key itself.',
      },
    ],
  },
];
