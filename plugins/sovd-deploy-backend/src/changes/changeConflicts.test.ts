import { startedState } from '../__testUtils__/testChange';
import { toBusyError, toTooLateError } from './changeConflicts';

const { change } = startedState();

describe('toBusyError', () => {
  it('names kind, version, person and id of the change that runs', () => {
    const running = { ...change, kind: 'upgrade' as const, version: 'v1.1.0' };
    expect(toBusyError({ name: 'fleet-staging' }, running)).toMatchObject({
      name: 'ConflictError',
      message: `fleet-staging is busy with the upgrade change to v1.1.0 of user:default/guest (${change.id}); wait for its end`,
    });
  });
});

describe('toTooLateError', () => {
  it.each([
    ['succeeded', 'has already succeeded; there is nothing to stop'],
    ['aborted', 'has already been stopped; there is nothing to stop'],
    ['running', 'v1.1.0 runs already; roll back instead'],
  ] as const)('says of one that is %s what became of it', (phase, words) => {
    const error = toTooLateError({ ...change, phase, version: 'v1.1.0' });
    expect(error.message).toContain(words);
  });
});
