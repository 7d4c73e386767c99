import { sandboxTarget } from '../__testUtils__/environments';
import type { FieldQuestion } from './Question';
import { questionsOf } from './steps';
import { withOptions } from './withOptions';

const questions = questionsOf('engine').filter(
  (question): question is FieldQuestion => question.kind !== 'target',
);
const target = { ...sandboxTarget, kubernetesVersions: ['1.36', '1.35'] };

describe('withOptions', () => {
  it("offers the target's own versions", () => {
    const [version] = questions.filter(
      ({ field }) => field === 'kubernetesVersion',
    );
    expect(withOptions(version, target)).toMatchObject({
      options: [{ value: '1.36' }, { value: '1.35' }],
    });
    expect(withOptions(version, undefined)).toMatchObject({ options: [] });
  });

  it('leaves all other questions as they are', () => {
    const others = questions.filter(
      ({ field }) => field !== 'kubernetesVersion',
    );
    expect(others.map(each => withOptions(each, target))).toEqual(others);
  });
});
