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

/** What is said under an answer. */
export interface FieldNote {
  finding: Finding;
  /** The answer of the same step under which the finding is said in full. */
  see?: string;
}

/**
 * What the findings say under an answer: in full under the first one of its step, and
 * under the others which one that is. What doesn't stop the work is said only once, since
 * a budget hangs on half of the form.
 */
export function toFieldNotes(
  findings: readonly Finding[],
  field: string,
): FieldNote[] {
  return findings.flatMap(finding => {
    const fields = (finding.fields ?? []).map(each => each.split('.')[0]);
    if (!fields.includes(field)) return [];
    const first = fields.find(each => stepOf(each) === stepOf(field));
    if (first === field) {
      const isSaid = finding.severity === 'blocker' || fields[0] === field;
      return isSaid ? [{ finding }] : [];
    }
    return finding.severity === 'blocker' ? [{ finding, see: first }] : [];
  });
}

/** Position of the step that asks for an answer; -1 is the first one, Application. */
function positionOf(field: string): number {
  const step = stepOf(field);
  return step ? stepNames.indexOf(step) : -1;
}

/** Where all answers of a finding have been asked for. */
function lastPositionOf({ fields = [] }: Finding): number {
  return Math.max(-1, ...fields.map(positionOf));
}

/** The answer of a finding that was asked for last: where a person looks for it. */
export function lastFieldOf(finding: Finding): string | undefined {
  return finding.fields?.find(
    field => positionOf(field) === lastPositionOf(finding),
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
      lastPositionOf(finding) <= stepNames.indexOf(step),
  );
}
