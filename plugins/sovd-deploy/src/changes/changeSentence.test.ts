import {
  abortedChange,
  failedChange,
  plannedChange,
  runningChange,
  succeededChange,
} from '../__testUtils__/changes';
import { changeSentence, changeTitle } from './changeSentence';

describe('changeTitle', () => {
  it('names the version as soon as it is known', () => {
    expect(changeTitle(plannedChange)).toBe('Create');
    expect(changeTitle(runningChange)).toBe('Create with sha-1f0c2ab');
  });
});

describe('changeSentence', () => {
  it.each([
    [
      plannedChange,
      'It waits for a free worker; nothing has been changed yet.',
    ],
    [
      runningChange,
      'Database and release: Helm installs revision 1: the migration Job is done, 1 of 3 pods is ready.',
    ],
    [
      { ...runningChange, stages: plannedChange.stages },
      'It goes on to the next stage.',
    ],
    [
      failedChange,
      'Infrastructure failed. The stack went back: Database could not be created',
    ],
    [{ ...failedChange, finding: undefined, stages: [] }, 'It failed'],
    [abortedChange, 'It was stopped before its end.'],
    [succeededChange, 'It is done.'],
  ])('case %#', (change, sentence) => {
    expect(changeSentence(change)).toBe(sentence);
  });
});
