import { budgetQuestions } from './budgetQuestions';
import { engineQuestions } from './engineQuestions';
import { placementQuestions } from './placementQuestions';
import type { Question, QuestionGroup } from './Question';
import { runtimeQuestions } from './runtimeQuestions';
import { sizeQuestions } from './sizeQuestions';

/** Steps of the form that one field shows, in their order: `ui:options.step` of the template. */
export const stepNames = [
  'placement',
  'engine',
  'sizes',
  'runtime',
  'budget',
] as const;

export type StepName = (typeof stepNames)[number];

export interface Step {
  /** As the template calls it. */
  title: string;
  /** One line under the title. */
  help: string;
  groups: readonly QuestionGroup[];
}

/** All steps after the first one, whose questions are the scaffolder's own fields. */
export const steps: Record<StepName, Step> = {
  placement: {
    title: 'Placement',
    help: 'Where it runs, and under which name. The target stands for account, region, cluster and namespace.',
    groups: placementQuestions,
  },
  engine: {
    title: 'Engine',
    help: 'What makes the cloud resources, and what the cluster speaks.',
    groups: engineQuestions,
  },
  sizes: {
    title: 'Sizes',
    help: 'How large the cloud resources are. What you leave alone follows the tier.',
    groups: sizeQuestions,
  },
  runtime: {
    title: 'Runtime',
    help: 'How many pods run, within which bounds, and how they are watched.',
    groups: runtimeQuestions,
  },
  budget: {
    title: 'Budget',
    help: 'What it may cost a month, and who hears of trouble.',
    groups: budgetQuestions,
  },
};

/** The step that a template names, or the first one. */
export function stepNamed(name: unknown): StepName {
  return stepNames.find(each => each === name) ?? 'placement';
}

/** Questions of a step, without their headings. */
export function questionsOf(step: StepName): Question[] {
  return steps[step].groups.flatMap(({ questions }) => questions);
}

const places = new Map<string, { step: StepName; question: Question }>(
  stepNames.flatMap(step =>
    questionsOf(step).map(
      question => [question.field, { step, question }] as const,
    ),
  ),
);

/** Step that asks for an answer; `undefined` stands for the first one, Application. */
export function stepOf(field: string): StepName | undefined {
  return places.get(field.split('.')[0])?.step;
}

/** Title of the step that asks for an answer. */
export function stepTitleOf(field: string): string {
  const step = stepOf(field);
  return step ? steps[step].title : 'Application';
}

/** What an answer is called in the form. */
export function labelOf(field: string): string {
  return places.get(field.split('.')[0])?.question.label ?? field;
}
