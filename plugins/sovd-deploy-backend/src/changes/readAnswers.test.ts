import { stringify } from 'yaml';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { readAnswers } from './readAnswers';

const { answers } = proposeEnvironment();

describe('readAnswers', () => {
  it('reads the answers of an environment’s own file', () => {
    const file = stringify({ apiVersion: 'sovd.io/v1', answers });
    expect(readAnswers(file)).toEqual(answers);
  });

  it('gives nothing where a change brings no such file', () => {
    expect(readAnswers(undefined)).toBeUndefined();
  });

  it('refuses what nobody could have answered', () => {
    const file = stringify({ answers: { ...answers, backendReplicas: 0 } });
    expect(() => readAnswers(file)).toThrow('backendReplicas');
  });
});
