import { applicationOf } from './applicationOf';

describe('applicationOf', () => {
  it('reads the application of a record', () => {
    expect(applicationOf('kind: TemplateRecord\napplication: fleet\n')).toBe(
      'fleet',
    );
  });

  it.each(['', 'application: [1]', '- application', 'a: b: c'])(
    'has none of %p',
    text => {
      expect(applicationOf(text)).toBeUndefined();
    },
  );
});
