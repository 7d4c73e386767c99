import type { AnswersMigration } from './AnswersMigration';

/**
 * 0.2.0 took a canary without a domain, although its chart couldn't render one: no load
 * balancer would have divided the traffic. Such an environment rolls.
 */
export const from020: AnswersMigration = {
  to: '0.3.0',
  migrate(answers) {
    return answers.strategy === 'canary' && !answers.domain
      ? { ...answers, strategy: 'rolling' }
      : answers;
  },
};
