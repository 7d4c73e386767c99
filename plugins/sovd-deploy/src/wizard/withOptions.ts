import type { Target } from '@sovd/plugin-sovd-deploy-common';
import type { FieldQuestion } from './Question';

/** A question with the choices of the target, where each target has a list of its own. */
export function withOptions(
  question: FieldQuestion,
  target: Target | undefined,
): FieldQuestion {
  if (question.kind !== 'choice' || question.field !== 'kubernetesVersion') {
    return question;
  }
  const versions = target?.kubernetesVersions ?? [];
  return {
    ...question,
    options: versions.map(value => ({ value, label: value })),
  };
}
