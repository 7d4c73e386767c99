import {
  abortedChange,
  abortedUpgrade,
  failedChange,
  plannedChange,
  runningChange,
  runningRestart,
  runningUpgrade,
  stoppingUpgrade,
  succeededChange,
  succeededRollback,
  succeededScale,
} from '../__testUtils__/changes';
import { changeSentence, changeTitle, rollbackOf } from './changeSentence';

describe('changeTitle', () => {
  it('names the version as soon as it is known', () => {
    expect(changeTitle(plannedChange)).toBe('Create');
    expect(changeTitle(runningChange)).toBe('Create with sha-1f0c2ab');
  });

  it.each([
    [runningUpgrade, 'Upgrade from sha-1f0c2ab to 2.5.0'],
    [{ ...runningUpgrade, fromVersion: undefined }, 'Upgrade to 2.5.0'],
    [succeededRollback, 'Roll back from 2.5.0 to sha-1f0c2ab'],
    [succeededScale, 'Scale'],
    [runningRestart, 'Restart'],
  ])('case %#', (change, title) => {
    expect(changeTitle(change)).toBe(title);
  });
});

describe('rollbackOf', () => {
  it('says what was taken back, of a rollback only', () => {
    expect(rollbackOf(succeededRollback)).toBe('Rollback of 2.5.0');
    expect(rollbackOf({ ...succeededRollback, fromVersion: undefined })).toBe(
      'Rollback',
    );
    expect(rollbackOf(runningUpgrade)).toBeUndefined();
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
    [stoppingUpgrade, 'jonas.weber asked for its end: it stops and goes back.'],
    [abortedUpgrade, 'Stopped by jonas.weber; sha-1f0c2ab runs again'],
    [abortedChange, 'It was stopped before its end.'],
    [succeededChange, 'It is done.'],
  ])('case %#', (change, sentence) => {
    expect(changeSentence(change)).toBe(sentence);
  });

  it('leaves out what stands beside it', () => {
    const isCauseTold = true;
    expect(changeSentence(failedChange, { isCauseTold })).toBe(
      'Infrastructure failed.',
    );
    expect(changeSentence(abortedUpgrade, { isCauseTold })).toBe(
      'It was stopped before its end.',
    );
  });
});
