import type { AnswersMigration } from './AnswersMigration';

/** 0.4.0 asks what 0.3.0 asked: it is about the repository, not about an environment. */
export const from030: AnswersMigration = {
  to: '0.4.0',
  migrate: answers => answers,
};
