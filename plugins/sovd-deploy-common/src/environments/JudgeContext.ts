import type { Finding } from '../finding';
import type { Answers } from './answers';
import type { Target } from './target';

/** What a rule knows besides the answers. @public */
export interface JudgeContext {
  /** The chosen target; rules about what it offers are left out without it. */
  target?: Target;
  /** Connections that the database takes, where it says so itself; by its class when left out. */
  databaseConnections?: number;
  /** Day of the judgement, ISO 8601; rules about ends of support are left out without it. */
  today?: string;
}

/** One rule over the answers of an environment. It never throws. @public */
export type Judge = (answers: Answers, context: JudgeContext) => Finding[];
