import { mergeAnswers } from './mergeAnswers';

describe('mergeAnswers', () => {
  it('joins the first step with the others', () => {
    expect(
      mergeAnswers({
        application: { name: 'fleet', owner: 'group:default/platform' },
        answers: { environment: 'staging', backendMax: 8 },
      }),
    ).toEqual({
      name: 'fleet',
      owner: 'group:default/platform',
      environment: 'staging',
      backendMax: 8,
    });
  });

  it('takes answers that come as one', () => {
    const answers = { name: 'fleet', multiAz: false, databaseMaxOverflow: 0 };
    expect(mergeAnswers({ answers })).toEqual(answers);
  });

  it('leaves out what was not answered, and the record of the form', () => {
    expect(
      mergeAnswers({
        application: { name: 'fleet', system: undefined },
        answers: { touched: ['environment'], domain: '', environment: 'qa' },
      }),
    ).toEqual({ name: 'fleet', environment: 'qa' });
  });
});
