import { isDeepStrictEqual } from 'node:util';
import type {
  Answers,
  Change,
  Environment,
  Finding,
} from '@sovd/plugin-sovd-deploy-common';

/** What the registry knows that has to do with a set of answers. */
export interface RegistrationContext {
  /** The environment of the same name. */
  namesake?: Environment;
  /** Its latest change. */
  latest?: Change;
  /** Environments of the same application. */
  siblings: readonly Environment[];
}

function pageOf(environment: Environment): string {
  return `/catalog/default/resource/${environment.name}`;
}

function nameTaken(
  namesake: Environment,
  cause: string,
  step: string,
): Finding {
  return {
    rule: 'name-taken',
    severity: 'blocker',
    headline: `${namesake.name} already exists`,
    cause,
    nextSteps: [
      { label: `Look at ${namesake.name}`, href: pageOf(namesake) },
      { label: step },
    ],
    fields: ['name', 'environment'],
  };
}

function differences(one: Answers, other: Answers): string[] {
  return (Object.keys(one) as (keyof Answers)[]).filter(
    key => !isDeepStrictEqual(one[key], other[key]),
  );
}

function judgeNamesake(
  answers: Answers,
  namesake: Environment,
  latest: Change | undefined,
): Finding[] {
  const { owner } = namesake.answers;
  if (latest?.phase === 'succeeded') {
    const cause = `It belongs to ${owner} and was created on ${namesake.createdAt.slice(
      0,
      10,
    )}.`;
    return [nameTaken(namesake, cause, 'Choose another name')];
  }
  if (latest?.phase === 'running' || latest?.phase === 'planned') {
    const cause = `It belongs to ${owner} and is being created at this moment, as ${latest.requestedBy} asked.`;
    return [
      nameTaken(namesake, cause, 'Wait for its end, or choose another name'),
    ];
  }
  const other = differences(namesake.answers, answers);
  if (other.length > 0) {
    const cause = `It belongs to ${owner}; its creation did not succeed and can be run again with the same answers only. Different are: ${other.join(
      ', ',
    )}.`;
    return [
      nameTaken(
        namesake,
        cause,
        'Give the same answers, or choose another name',
      ),
    ];
  }
  // The creation failed or never began: going on with it is what running again is for.
  return [];
}

/**
 * Whether the registry leaves room for an environment. One that exists or is being created
 * refuses its name to everybody; one whose creation failed may be created again, with the
 * same answers and so by the same owner.
 */
export function judgeRegistration(
  answers: Answers,
  { namesake, latest, siblings }: RegistrationContext,
): Finding[] {
  if (namesake) return judgeNamesake(answers, namesake, latest);
  const foreign = siblings.find(
    ({ answers: { owner } }) => owner !== answers.owner,
  );
  if (!foreign) return [];
  return [
    {
      rule: 'application-owner',
      severity: 'blocker',
      headline: `${answers.name} belongs to ${foreign.answers.owner}`,
      cause: `Its environment ${foreign.name} is registered for them, and all environments of an application share one repository.`,
      nextSteps: [
        { label: `Look at ${foreign.name}`, href: pageOf(foreign) },
        { label: 'Choose another name' },
      ],
      fields: ['name', 'owner'],
    },
  ];
}
