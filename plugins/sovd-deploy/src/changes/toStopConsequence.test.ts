import type { StageName } from '@sovd/plugin-sovd-deploy-common';
import {
  plannedChange,
  runningChange,
  runningUpgrade,
} from '../__testUtils__/changes';
import { toStopBarrier, toStopConsequence } from './toStopConsequence';

const upgradeIn = (name: StageName) => ({
  ...runningUpgrade,
  stages: [{ name, phase: 'running' as const }],
});

describe('toStopConsequence', () => {
  it.each([
    [plannedChange, /^It ends before its next stage/],
    [{ ...runningUpgrade, stages: [] }, /^It ends before its next stage/],
    [runningChange, /^What has been made so far stays/],
    [
      upgradeIn('stack'),
      /^The stack finishes what it has begun.* sha-1f0c2ab goes on/,
    ],
    [upgradeIn('bootstrap'), /^No pod has been touched/],
    [upgradeIn('release'), /^Pods go back to sha-1f0c2ab/],
    [upgradeIn('verify'), /^Pods go back/],
    [
      { ...upgradeIn('release'), fromVersion: undefined },
      /^Pods go back to what ran before/,
    ],
  ])('case %#', (change, sentence) => {
    expect(toStopConsequence(change)).toMatch(sentence);
  });
});

describe('toStopBarrier', () => {
  it('is there once only the record is left', () => {
    expect(toStopBarrier(upgradeIn('verify'))).toBeUndefined();
    expect(toStopBarrier(upgradeIn('record'))).toBe(
      '2.5.0 runs already; only its record in Git is left. Roll back instead.',
    );
  });
});
