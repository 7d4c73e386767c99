import type { QuestionGroup } from './Question';

/** Where it runs and under which name. */
export const placementQuestions: readonly QuestionGroup[] = [
  {
    title: 'Place',
    questions: [
      {
        kind: 'target',
        field: 'target',
        label: 'Target',
        help: 'Stands for account, region, cluster and namespace.',
      },
      {
        kind: 'choice',
        look: 'buttons',
        field: 'tier',
        label: 'Tier',
        help: 'Decides the defaults of everything that follows. What you answer yourself stays.',
        options: [
          { value: 'staging', label: 'Staging' },
          { value: 'production', label: 'Production' },
        ],
      },
      {
        kind: 'text',
        field: 'environment',
        label: 'Environment',
        help: '2 to 15 lower-case letters, digits and single hyphens, beginning with a letter.',
        isRequired: true,
      },
      {
        kind: 'list',
        field: 'approvers',
        label: 'Approvers',
        help: 'Who may approve changes: groups or people, such as group:default/platform.',
      },
    ],
  },
  {
    title: 'Name on the internet',
    questions: [
      {
        kind: 'text',
        field: 'domain',
        label: 'Domain',
        help: 'Full name in lower case, such as fleet.example.com. Without one there is no load balancer, though the estimate counts one; production needs one.',
      },
      {
        kind: 'choice',
        look: 'buttons',
        field: 'hostedZoneMode',
        label: 'Zone of the domain',
        help: 'A zone in Route 53: made with the stack, taken as it is, or left to people.',
        options: [
          { value: 'manual', label: 'Left to people' },
          { value: 'create', label: 'Made' },
          { value: 'existing', label: 'Existing' },
        ],
      },
      {
        kind: 'text',
        field: 'hostedZoneId',
        label: 'Id of the existing zone',
        help: 'Begins with Z.',
        askedWhen: { field: 'hostedZoneMode', is: 'existing' },
      },
    ],
  },
];
