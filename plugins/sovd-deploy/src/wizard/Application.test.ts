import { toApplication } from './Application';
import { mergeAnswers } from './mergeAnswers';

describe('toApplication', () => {
  it('takes the first step out of the whole form', () => {
    expect(
      toApplication({ name: 'fleet', system: '', owner: 3, answers: {} }),
    ).toEqual({ name: 'fleet' });
    expect(toApplication(undefined)).toEqual({});
  });
});

describe('mergeAnswers', () => {
  it('leaves out what was not answered, and the record', () => {
    expect(
      mergeAnswers(
        { name: 'fleet', owner: undefined },
        { environment: 'qa', domain: undefined, touched: ['environment'] },
      ),
    ).toEqual({ name: 'fleet', environment: 'qa' });
  });
});
