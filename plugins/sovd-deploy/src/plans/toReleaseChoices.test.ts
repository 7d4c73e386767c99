import {
  failedUpgrade,
  succeededChange,
  succeededRollback,
  succeededUpgrade,
} from '../__testUtils__/changes';
import { toReleaseChoices } from './toReleaseChoices';

const create = { ...succeededChange, revision: 1 };
const history = [succeededRollback, failedUpgrade, succeededUpgrade, create];

describe('toReleaseChoices', () => {
  it.each([
    [3, [2, 1]],
    [2, [1]],
    [1, []],
    // As long as nobody knows what runs, everything that ran may be gone back to.
    [undefined, [3, 2, 1]],
  ])('before revision %p', (current, revisions) => {
    expect(
      toReleaseChoices(history, current).map(({ revision }) => revision),
    ).toEqual(revisions);
  });

  it('leaves out what brought no release', () => {
    expect(toReleaseChoices([failedUpgrade, succeededChange], 9)).toEqual([]);
  });
});
