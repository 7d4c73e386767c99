import { environmentName } from '@sovd/plugin-sovd-deploy-common';
import type { Target } from '@sovd/plugin-sovd-deploy-common';
import type { Question } from './Question';

/** What a person reads under a question: bounds, or what follows from the answers. */
export function helpOf(
  question: Question,
  answers: Readonly<Record<string, unknown>>,
  target: Target | undefined,
): string | undefined {
  const { name, environment } = answers;
  switch (question.field) {
    case 'environment':
      if (typeof name !== 'string' || typeof environment !== 'string') break;
      return `Becomes namespace ${namespaceOf(
        name,
        environment,
        target,
      )} and release ${environmentName({
        name,
        environment,
      })}. 2 to 15 characters: a to z, digits, single hyphens.`;
    case 'nodesDesired':
      return `${answers.nodeInstanceType} each; the estimate counts these.`;
    case 'backendMax': {
      const each =
        Number(answers.workers) *
        (Number(answers.databasePoolSize) +
          Number(answers.databaseMaxOverflow));
      if (!Number.isFinite(each)) break;
      return `1 to 50; each opens up to ${each} database connections.`;
    }
    default:
  }
  return question.help;
}

/** Namespace that a target gives to an environment. */
export function namespaceOf(
  name: string,
  environment: string,
  target: Target | undefined,
): string {
  const pattern = target?.namespacePattern ?? '{name}-{environment}';
  return pattern
    .replaceAll('{name}', name)
    .replaceAll('{environment}', environment);
}
