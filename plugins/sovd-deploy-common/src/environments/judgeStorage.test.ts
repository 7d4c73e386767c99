import fc from 'fast-check';
import { answersWith } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import { judgeStorage } from './judgeStorage';

describe('judgeStorage', () => {
  it.each([
    [100, 110, true],
    [100, 109, false],
    [25, 28, true],
    [25, 27, false],
    [100, 50, false],
    [1000, 1100, true],
  ])(
    '%i GB up to %i GB: %p',
    (databaseStorageGb, databaseMaxStorageGb, fits) => {
      const answers = answersWith({ databaseStorageGb, databaseMaxStorageGb });
      expect(judgeStorage(answers, {}).length === 0).toBe(fits);
    },
  );

  it('gives advice that is enough when it is followed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 1000 }), databaseStorageGb => {
        const answers = answersWith({
          databaseStorageGb,
          databaseMaxStorageGb: 20,
        });
        expect(judgeStorage(answers, {})).toHaveLength(1);
        expect(uselessSteps(judgeStorage, answers, {})).toEqual([]);
      }),
    );
  });
});
