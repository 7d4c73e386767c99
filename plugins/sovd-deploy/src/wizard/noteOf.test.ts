import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { noteOf } from './noteOf';

const finding = (severity: Finding['severity']): Finding => ({
  rule: severity,
  severity,
  headline: `${severity} of a rule`,
  cause: 'So it is',
  nextSteps: [],
});

describe('noteOf', () => {
  it('says the headline, in the words of the form', () => {
    expect(noteOf(finding('info'))).toBe('info of a rule');
    const shape = (field: string, headline: string) =>
      noteOf({
        ...finding('blocker'),
        rule: 'shape',
        headline,
        fields: [field],
      });
    expect(shape('nodesMax', 'nodesMax is 99; at most 20')).toBe(
      'Nodes at most is 99; at most 20',
    );
    expect(
      shape('backendResources', "backendResources.limits.cpu can't be 5"),
    ).toBe("Share of a backend pod can't be 5");
    expect(shape('answers', 'These are no answers')).toBe(
      'These are no answers',
    );
  });
});
