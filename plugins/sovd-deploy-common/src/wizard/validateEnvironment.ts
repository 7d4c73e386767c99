import type { z } from 'zod/v4';
import type { Finding } from '../finding';
import { answersSchema } from '../environments/answers';
import type { Answers } from '../environments/answers';
import { judgeConnectionBudget } from '../environments/connectionBudget';
import { environmentName, MAX_ENVIRONMENT_NAME_LENGTH } from '../environments/names';
import type { Target } from '../environments/target';

/** What is known besides the answers. @public */
export interface ValidationContext {
  targets: readonly Target[];
}

function blocker(
  rule: string,
  fields: string[],
  headline: string,
  cause: string,
  step: string,
): Finding {
  return {
    rule,
    severity: 'blocker',
    headline,
    cause,
    nextSteps: [{ label: step }],
    fields,
  };
}

function judgeShape(issue: z.core.$ZodIssue): Finding {
  const field = issue.path.join('.') || 'answers';
  return blocker(
    'shape',
    [field],
    `${field} can't be taken as it is`,
    issue.message,
    `Correct ${field}`,
  );
}

function judgeNames(answers: Answers): Finding[] {
  const name = environmentName(answers);
  const findings: Finding[] = [];
  if (name.length > MAX_ENVIRONMENT_NAME_LENGTH) {
    findings.push(
      blocker(
        'name-length',
        ['name', 'environment'],
        `${name} is too long`,
        `It has ${name.length} characters; AWS and Kubernetes names made from it leave room for ${MAX_ENVIRONMENT_NAME_LENGTH}.`,
        `Shorten the two names by ${
          name.length - MAX_ENVIRONMENT_NAME_LENGTH
        } characters together`,
      ),
    );
  }
  if (
    answers.environment === 'default' ||
    /^kube(?:-|$)/.test(name) ||
    answers.environment.startsWith('kube-')
  ) {
    findings.push(
      blocker(
        'reserved-name',
        ['environment'],
        `${answers.environment} is a reserved word`,
        'Kubernetes keeps "default" and everything that begins with "kube-" for itself.',
        'Choose another name, such as staging',
      ),
    );
  }
  return findings;
}

function judgeTarget(
  answers: Answers,
  { targets }: ValidationContext,
): Finding[] {
  const target = targets.find(({ name }) => name === answers.target);
  if (!target) {
    const known = targets.map(({ name }) => name).join(', ') || 'none';
    return [
      blocker(
        'target',
        ['target'],
        `There is no target ${answers.target}`,
        `Targets come from the portal's configuration. Configured: ${known}.`,
        'Choose a target of the list',
      ),
    ];
  }
  const offers: [field: 'engine' | 'strategy' | 'databaseClass', string[]][] = [
    ['engine', target.engines],
    ['strategy', target.strategies],
    ['databaseClass', target.databaseClasses],
  ];
  return offers
    .filter(([field, offered]) => !offered.includes(answers[field]))
    .map(([field, offered]) =>
      blocker(
        `target-${field}`,
        ['target', field],
        `${target.title} doesn't offer ${answers[field]}`,
        `It offers ${offered.join(', ') || 'nothing'} for ${field}.`,
        `Choose ${offered.join(' or ') || 'another target'}`,
      ),
    );
}

/**
 * Judges the answers of the form. Pure, so that the form, the scaffolder action and the
 * backend come to the same verdict; a `blocker` among the findings refuses the answers.
 *
 * @public
 */
export function validateEnvironment(
  input: unknown,
  context: ValidationContext,
): Finding[] {
  const parsed = answersSchema.safeParse(input);
  if (!parsed.success) return parsed.error.issues.map(judgeShape);
  return [
    ...judgeNames(parsed.data),
    ...judgeTarget(parsed.data, context),
    ...judgeConnectionBudget(parsed.data),
  ];
}
