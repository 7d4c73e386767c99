import { answersWith } from '../__testUtils__/testAnswers';
import { judgeBudgetAlarm } from './judgeBudgetAlarm';

describe('judgeBudgetAlarm', () => {
  it('notes that a budget without an address raises no alarm', () => {
    const answers = answersWith({ monthlyBudgetUsd: 1200 });
    expect(judgeBudgetAlarm(answers, {})).toMatchObject([
      {
        severity: 'info',
        headline: 'Nobody hears when bills pass the budget of 1,200 USD',
      },
    ]);
  });

  it('has nothing to say where AWS can write to somebody', () => {
    const answers = answersWith({ alertEmail: 'fleet@sovd.dev' });
    expect(judgeBudgetAlarm(answers, {})).toEqual([]);
  });
});
