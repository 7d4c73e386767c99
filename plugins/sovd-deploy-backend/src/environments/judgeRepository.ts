import type { Finding, Validation } from '@sovd/plugin-sovd-deploy-common';

/** Refuses to write into a repository that was not stamped for this application. */
export function judgeRepository(
  url: string,
  state: NonNullable<Validation['repository']>['state'],
): Finding[] {
  if (state !== 'foreign') return [];
  return [
    {
      rule: 'repository-foreign',
      severity: 'blocker',
      headline: 'Another repository stands at that place',
      cause: `${url} exists, and its .sovd-template.yaml doesn't name this application.`,
      nextSteps: [
        { label: 'Look at the repository', href: url },
        { label: 'Choose another name' },
        {
          label:
            'Or delete it, if it is empty because an earlier run was cut off',
        },
      ],
      fields: ['name'],
    },
  ];
}
