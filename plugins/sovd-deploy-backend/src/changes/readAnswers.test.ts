import { stringify } from 'yaml';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { readAnswers } from './readAnswers';

const { answers } = proposeEnvironment();

describe('readAnswers', () => {
  it('takes what the file says over what was answered before', () => {
    const scaled = { ...answers, backendReplicas: 5 };
    const file = stringify({ apiVersion: 'sovd.io/v1', answers: scaled });
    expect(readAnswers(file, answers)).toEqual(scaled);
    expect(readAnswers('answers:\n  backendReplicas: 5\n', answers)).toEqual(
      scaled,
    );
  });

  it('gives nothing where a change brings no such file', () => {
    expect(readAnswers(undefined, answers)).toBeUndefined();
  });

  it.each([
    'answers:\n  backendReplicas: 0\n',
    'answers: 5',
    '[]',
    'answers: [',
  ])('gives nothing for what nobody could have answered: %p', file => {
    expect(readAnswers(file, answers)).toBeUndefined();
  });
});
