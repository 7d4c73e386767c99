import type { Health } from '@sovd/plugin-sovd-deploy-common';
import { verdict } from './OverviewFacts';

describe('verdict', () => {
  it.each<[Health, string]>([
    ['degraded', 'blocker'],
    ['unknown', 'warning'],
    ['progressing', 'info'],
    ['healthy', 'info'],
  ])('makes of %s a finding of severity %s', (health, severity) => {
    expect(verdict(health, 'r', 'h', 'c')).toEqual({
      health,
      headline: {
        rule: 'r',
        severity,
        headline: 'h',
        cause: 'c',
        nextSteps: [],
      },
    });
  });

  it('keeps the order of next steps', () => {
    const { headline } = verdict('degraded', 'r', 'h', 'c', 'First', 'Second');
    expect(headline.nextSteps).toEqual([
      { label: 'First' },
      { label: 'Second' },
    ]);
  });
});
