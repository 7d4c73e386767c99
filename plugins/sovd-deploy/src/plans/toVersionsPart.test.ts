import { runningVersion, versions } from '../__testUtils__/versions';
import { toVersionsPart } from './toVersionsPart';

const seenAt = '2026-11-21T14:00:00.000Z';
const surroundings = {
  askWhom: 'workshop, the owner,',
  repositoryUrl: 'http://localhost:15080/sovd/diagnostics',
};

describe('toVersionsPart', () => {
  it('passes versions on', () => {
    expect(
      toVersionsPart({ state: 'value', value: versions, seenAt }, surroundings),
    ).toMatchObject({ state: 'value', source: 'The image registry' });
  });

  it.each([[[]], [[runningVersion]]])(
    'says how to make one where there is no other',
    value => {
      expect(
        toVersionsPart({ state: 'value', value, seenAt }, surroundings),
      ).toMatchObject({
        state: 'absent',
        headline: 'No other version',
        reason: expect.stringContaining('Git tag'),
        nextStep: { href: surroundings.repositoryUrl },
      });
    },
  );
});
