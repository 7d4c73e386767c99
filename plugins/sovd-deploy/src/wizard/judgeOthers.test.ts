import { diagnosticsStaging } from '../__testUtils__/environments';
import { judgeOthers } from './judgeOthers';

const staging = diagnosticsStaging.answers;
const production = { ...staging, environment: 'production' };

describe('judgeOthers', () => {
  it('refuses a name that is taken, and offers production where that is free', () => {
    const application = { others: [staging] };
    expect(judgeOthers(application, { environment: 'staging' })).toMatchObject([
      {
        severity: 'blocker',
        headline: 'diagnostics-staging already exists',
        nextSteps: [
          { set: { tier: 'production', environment: 'production' } },
          { href: '/catalog/default/resource/diagnostics-staging' },
          { label: 'Or choose another name' },
        ],
      },
    ]);
    expect(
      judgeOthers(
        { others: [staging, production] },
        { environment: 'production' },
      )[0].nextSteps.map(({ set }) => set),
    ).toEqual([undefined, undefined]);
  });

  it.each([
    [{ others: [staging] }, 'dev'],
    [{}, 'staging'],
  ])('has nothing against %j with %s', (application, environment) => {
    expect(judgeOthers(application, { environment })).toEqual([]);
  });
});
