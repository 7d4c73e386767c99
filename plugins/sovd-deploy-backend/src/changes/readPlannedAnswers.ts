import type {
  Answers,
  Environment,
  Finding,
} from '@sovd/plugin-sovd-deploy-common';
import { readAnswers } from './readAnswers';
import { readSourceFile } from './readSourceFile';
import { sourcePaths } from './sourcePaths';

/** Answers at the planned state, with what keeps them from being read. */
export interface PlannedAnswers {
  answers: Answers;
  findings: Finding[];
}

/**
 * The environment's answers in the files that a change is carried out with; those that the
 * registry has where the repository has none that can be read.
 */
export async function readPlannedAnswers(
  folder: string,
  environment: Environment,
): Promise<PlannedAnswers> {
  const file = sourcePaths.answers(environment);
  const text = await readSourceFile(folder, file);
  const answers = readAnswers(text, environment.answers);
  if (answers) return { answers, findings: [] };
  const unreadable: Finding = {
    rule: 'answers-unreadable',
    severity: 'warning',
    headline: `${file} can't be read`,
    cause:
      'It is no YAML, or has an answer that nobody could have given. The estimate is that of the answers which the portal knows.',
    nextSteps: [{ label: 'Correct the file, then plan again' }],
  };
  return {
    answers: environment.answers,
    findings: text === undefined ? [] : [unreadable],
  };
}
