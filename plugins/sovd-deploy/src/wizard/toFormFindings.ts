import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { stepNames, stepOf, stepTitleOf } from './steps';
import type { StepName } from './steps';

/** A finding, and where its answers are asked for. */
export interface FormFinding {
  finding: Finding;
  /** Titles of other steps that it is about; empty when this one asks for something of it. */
  elsewhere: string[];
}

const loudness: readonly Finding['severity'][] = ['blocker', 'warning', 'info'];

/** Findings as a step shows them: what stops the work first, then what this step asks for. */
export function toFormFindings(
  findings: readonly Finding[],
  step: StepName,
): FormFinding[] {
  const rank = ({ finding, elsewhere }: FormFinding) =>
    loudness.indexOf(finding.severity) * 2 + (elsewhere.length > 0 ? 1 : 0);
  return findings
    .map(finding => {
      const fields = finding.fields ?? [];
      const isHere = fields.some(field => stepOf(field) === step);
      const titles = new Set(fields.map(stepTitleOf));
      return { finding, elsewhere: isHere ? [] : [...titles] };
    })
    .sort((one, other) => rank(one) - rank(other));
}

/** Findings that are about one answer. */
export function findingsOf(
  findings: readonly Finding[],
  field: string,
): Finding[] {
  return findings.filter(({ fields = [] }) =>
    fields.some(each => each.split('.')[0] === field),
  );
}

/** Where all answers of a finding have been asked for; -1 is the first step. */
function lastStepOf({ fields = [] }: Finding): number {
  return Math.max(
    -1,
    ...fields.map(field => {
      const step = stepOf(field);
      return step ? stepNames.indexOf(step) : -1;
    }),
  );
}

/** What keeps a person from leaving a step: blockers whose answers were all asked for by then. */
export function blockersUpTo(
  findings: readonly Finding[],
  step: StepName,
): Finding[] {
  return findings.filter(
    finding =>
      finding.severity === 'blocker' &&
      lastStepOf(finding) <= stepNames.indexOf(step),
  );
}
