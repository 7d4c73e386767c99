import { readAnswers } from './readAnswers';

describe('readAnswers', () => {
  it('reads what has no name yet', () => {
    expect(readAnswers({ nodesDesired: 4 })).toMatchObject({
      answers: { nodesDesired: 4, tier: 'staging' },
    });
  });

  it('does without texts and a budget that can not be read', () => {
    expect(
      readAnswers({ domain: 'NO', vpcCidr: 'all', monthlyBudgetUsd: 1 }),
    ).toMatchObject({ answers: { monthlyBudgetUsd: 800 } });
  });

  it('names what a price needs', () => {
    expect(
      readAnswers({ nodesMax: 0, databaseClass: 'db.x9', domain: 'NO' }),
    ).toEqual({ fields: ['nodesMax', 'databaseClass'] });
  });
});
