import {
  fleetApplication,
  formAnswers,
  virginiaTarget,
} from '../__testUtils__/form';
import { judgeForm } from './judgeForm';

const targets = [virginiaTarget];
const today = '2026-11-21T13:00:00.000Z';

describe('judgeForm', () => {
  it('has nothing to fix in what it fills in itself', () => {
    const { findings, estimate, target } = judgeForm(
      fleetApplication,
      formAnswers(),
      targets,
      today,
    );
    expect(target).toBe(virginiaTarget);
    expect(estimate.state).toBe('known');
    expect(findings.filter(({ severity }) => severity === 'blocker')).toEqual(
      [],
    );
  });

  it('joins the first step with the others', () => {
    const long = { ...fleetApplication, name: 'diagnostics-portal' };
    const answers = formAnswers({ environment: 'acceptance-west' });
    expect(judgeForm(long, answers, targets, today).findings).toContainEqual(
      expect.objectContaining({
        severity: 'blocker',
        fields: ['name', 'environment'],
      }),
    );
  });

  it('knows no price and no target before one is chosen', () => {
    const other = { ...virginiaTarget, name: 'other' };
    const { target, estimate, findings } = judgeForm(
      fleetApplication,
      {},
      [virginiaTarget, other],
      today,
    );
    expect(target).toBeUndefined();
    expect(estimate.state).toBe('unknown');
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'blocker', fields: ['target'] }),
    );
  });
});
