import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { findingsTitle } from './findingsTitle';

const finding = (severity: Finding['severity']): Finding => ({
  rule: severity,
  severity,
  headline: `${severity} of a rule`,
  cause: 'So it is',
  nextSteps: [],
});

describe('findingsTitle', () => {
  it.each([
    [[], 'Nothing to fix'],
    [[finding('info')], 'Nothing to fix, 1 to know'],
    [[finding('blocker')], '1 to fix'],
    [
      [finding('blocker'), finding('info'), finding('warning')],
      '1 to fix, 2 to know',
    ],
  ])('%#', (findings, title) => expect(findingsTitle(findings)).toBe(title));
});
