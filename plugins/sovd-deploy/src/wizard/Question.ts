import type { Answers, Target } from '@sovd/plugin-sovd-deploy-common';

/** Name of an answer. */
export type AnswerName = keyof Answers;

interface QuestionBase {
  field: AnswerName;
  label: string;
  /** One line: bounds, or what follows from the answer. */
  help?: string;
  /** Another answer without which this one isn't asked for. */
  askedWhen?: { field: AnswerName; is: string | boolean };
}

export interface TextQuestion extends QuestionBase {
  kind: 'text';
  isRequired?: boolean;
}

/** Several words, separated by commas. */
export interface ListQuestion extends QuestionBase {
  kind: 'list';
}

export interface NumberQuestion extends QuestionBase {
  kind: 'number';
  least: number;
  most: number;
  /** What one of it is, e.g. `GB`. */
  unit?: string;
  step?: number;
}

export interface Option {
  value: string;
  label: string;
}

/** One of a few: buttons where each option fits beside the others, a menu otherwise. */
export interface ChoiceQuestion extends QuestionBase {
  kind: 'choice';
  look: 'buttons' | 'menu';
  options: readonly Option[];
}

/** Choice among numbers. */
export interface CountQuestion extends QuestionBase {
  kind: 'count';
  options: readonly { value: number; label: string }[];
}

export interface SwitchQuestion extends QuestionBase {
  kind: 'switch';
}

/** Quantities of the backend's pods, which are four texts in one answer. */
export interface ResourcesQuestion extends QuestionBase {
  kind: 'resources';
}

/** Where it runs: the target, and what follows from it. */
export interface TargetQuestion extends QuestionBase {
  kind: 'target';
}

/** One question of the form, as data; a component per kind shows it. */
export type Question =
  | TextQuestion
  | ListQuestion
  | NumberQuestion
  | ChoiceQuestion
  | CountQuestion
  | SwitchQuestion
  | ResourcesQuestion
  | TargetQuestion;

/** A question that one field shows. */
export type FieldQuestion = Exclude<Question, TargetQuestion>;

/** Questions under one heading. */
export interface QuestionGroup {
  title: string;
  questions: readonly Question[];
}

/** What every component that shows a question takes. */
export interface QuestionProps<Q extends Question = FieldQuestion> {
  question: Q;
  value: unknown;
  onAnswer: (value: unknown) => void;
  /** Where what the target offers is looked up. */
  target?: Target;
  /** It has no effect at the target, which its help says. */
  isOff?: boolean;
  /** A finding stops this answer. */
  isInvalid: boolean;
  /** Id of the text that tells the findings about it. */
  notesId?: string;
}
