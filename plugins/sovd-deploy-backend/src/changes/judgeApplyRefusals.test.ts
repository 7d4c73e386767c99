import { judgeApplyRefusals } from './judgeApplyRefusals';

const deployment = { kind: 'Deployment', name: 'backend' };

describe('judgeApplyRefusals', () => {
  it('names who has taken which fields over, and how to get them back', () => {
    const [finding] = judgeApplyRefusals([
      {
        ...deployment,
        conflicts: [
          { manager: 'kubectl-edit', field: 'spec.replicas' },
          { manager: 'kubectl-edit', field: 'spec.paused' },
        ],
        message: 'Apply failed with 2 conflicts',
      },
    ]);
    expect(finding).toMatchObject({
      rule: 'field-conflict',
      severity: 'blocker',
      headline: 'Deployment backend was changed by kubectl-edit',
      cause: expect.stringMatching(
        /^spec\.replicas, spec\.paused belong to kubectl-edit/,
      ),
    });
    expect(finding.nextSteps.map(({ label }) => label)).toEqual([
      'Write what is wanted into the repository',
      'Then take kubectl-edit out of metadata.managedFields of Deployment backend',
    ]);
  });

  it("gives the cluster's own words for any other refusal", () => {
    const message = 'Deployment "backend" is invalid: spec.selector: immutable';
    expect(
      judgeApplyRefusals([{ ...deployment, conflicts: [], message }]),
    ).toMatchObject([
      { rule: 'object-refused', severity: 'blocker', cause: message },
    ]);
  });
});
