import { sandboxTarget } from '../__testUtils__/environments';
import { defaultAnswers } from './defaultAnswers';

describe('defaultAnswers', () => {
  it('answers all steps after the first, but no target that nobody chose', () => {
    const answers = defaultAnswers('staging');
    expect(answers).toMatchObject({ environment: 'staging', multiAz: false });
    for (const field of ['name', 'owner', 'description', 'target']) {
      expect(answers).not.toHaveProperty(field);
    }
  });

  it('follows the tier, within what the target offers', () => {
    expect(defaultAnswers('production', sandboxTarget)).toMatchObject({
      environment: 'production',
      target: 'sandbox',
      multiAz: true,
      monitoring: false,
      networkPolicy: true,
    });
    const small = { ...sandboxTarget, databaseClasses: ['db.t3.medium'] };
    expect(defaultAnswers('production', small)).toMatchObject({
      databaseClass: 'db.t3.medium',
    });
  });
});
