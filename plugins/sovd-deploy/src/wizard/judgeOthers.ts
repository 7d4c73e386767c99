import { environmentName } from '@sovd/plugin-sovd-deploy-common';
import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import type { Application } from './Application';
import type { FormAnswers } from './FormAnswers';

/** Whether the name of a further environment is free among those of its application. */
export function judgeOthers(
  { others = [] }: Application,
  answers: FormAnswers,
): Finding[] {
  const taken = others.find(
    ({ environment }) => environment === answers.environment,
  );
  if (!taken) return [];
  const name = environmentName(taken);
  const production = 'production';
  const isFree = others.every(({ environment }) => environment !== production);
  return [
    {
      rule: 'name-taken',
      severity: 'blocker',
      headline: `${name} already exists`,
      cause: `It runs on ${taken.target}; each environment of ${taken.name} has a name of its own.`,
      nextSteps: [
        ...(isFree
          ? [
              {
                label: 'Make it production',
                set: { tier: production, environment: production },
              },
            ]
          : []),
        {
          label: `Look at ${name}`,
          href: `/catalog/default/resource/${name}`,
        },
        { label: 'Or choose another name' },
      ],
      fields: ['environment'],
    },
  ];
}
