import type { Failure } from '../kit/failure';
import { expired, toRefusal } from './toRefusal';

const failure = (status?: number, said?: string): Failure => ({
  kind: 'error',
  reason: said ? `It answered ${status}: ${said}` : 'It gave no answer.',
  status,
  said,
});

describe('toRefusal', () => {
  it.each([
    'Something changed since this plan: values: config.logLevel',
    'Something changed since this plan: values: config.logLevel.',
    'Something has moved since this was planned: values: config.logLevel. Nothing was changed; plan again and look at it',
  ])('names what moved: %s', said => {
    expect(toRefusal(failure(409, said))).toEqual({
      headline: 'Something changed since this plan',
      text: 'values: config.logLevel. Nothing was done.',
      anew: true,
    });
  });

  it('names the change that runs, and keeps the plan', () => {
    const said =
      'fleet-staging is busy with the upgrade change to 2.5.0 of user:default/ann (7); wait for its end';
    expect(toRefusal(failure(409, said))).toEqual({
      headline: 'Another change is running',
      text: said,
      anew: false,
    });
  });

  it('passes on what stops a plan', () => {
    const said = "This plan can't be applied: two heads.";
    expect(toRefusal(failure(409, said))).toMatchObject({
      headline: 'This plan was refused',
      text: said,
    });
  });

  it('tells an expired plan', () => {
    for (const why of ['has expired', 'was used already']) {
      const said = `The plan sha256:0a ${why}; plan again`;
      expect(toRefusal(failure(409, said))).toBe(expired);
    }
    expect(toRefusal(failure(404, 'no such plan'))).toBe(expired);
  });

  it('keeps the plan of who was refused or got no answer', () => {
    expect(toRefusal(failure(403, 'no'))).toMatchObject({
      headline: 'You may not apply this plan',
      anew: false,
    });
    expect(toRefusal(failure())).toEqual({
      headline: "The plan couldn't be applied",
      text: 'It gave no answer. Look at the history before you try again: the change may have begun.',
      anew: false,
    });
  });
});
