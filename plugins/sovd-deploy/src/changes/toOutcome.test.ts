import {
  abortedChange,
  abortedUpgrade,
  failedUpgrade,
  runningRestart,
  succeededChange,
  succeededRollback,
  succeededScale,
  succeededUpgrade,
} from '../__testUtils__/changes';
import { toOutcome } from './toOutcome';

const done = { phase: 'succeeded' as const };

describe('toOutcome', () => {
  it.each([
    [1, '2.5.0 runs here as revision 2'],
    [2, '2.5.0 runs here as revision 2'],
    [3, '2.5.0 came as revision 2; something newer runs by now'],
  ])('when revision %d runs', (revision, headline) => {
    expect(toOutcome(succeededUpgrade, revision).headline).toBe(headline);
  });

  it.each([
    [succeededChange, 'sha-1f0c2ab runs here'],
    [succeededUpgrade, '2.5.0 runs here as revision 2'],
    [succeededRollback, 'sha-1f0c2ab runs here again as revision 3'],
    [succeededScale, 'As many pods run as were asked for'],
    [{ ...runningRestart, ...done }, 'All pods are new'],
    [failedUpgrade, "New backend pods can't start; sha-1f0c2ab still serves"],
    [
      { ...failedUpgrade, finding: undefined },
      'It failed without a cause that the portal knows',
    ],
    [abortedUpgrade, 'Stopped by jonas.weber; sha-1f0c2ab runs again'],
    [abortedChange, 'It was stopped before its end'],
  ])('case %#', (change, headline) => {
    expect(toOutcome(change).headline).toBe(headline);
  });
});
