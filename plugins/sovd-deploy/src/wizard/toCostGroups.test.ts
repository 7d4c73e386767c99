import { formAnswers, virginiaTarget } from '../__testUtils__/form';
import { mergeAnswers } from './mergeAnswers';
import { priceAnswers } from './priceAnswers';
import { toCostGroups } from './toCostGroups';

const shown = priceAnswers(mergeAnswers({}, formAnswers()), virginiaTarget);
const estimate = shown.state === 'known' ? shown.estimate : undefined;

describe('toCostGroups', () => {
  it('sums up to the whole, group by group', () => {
    const groups = estimate ? toCostGroups(estimate.baseline) : [];
    expect(groups.map(({ label }) => label)).toEqual([
      'Cluster',
      'Database',
      'Cache',
      'Network',
      'Operations',
    ]);
    expect(groups.reduce((sum, { monthly }) => sum + monthly, 0)).toBeCloseTo(
      estimate?.baseline.monthly ?? 0,
      2,
    );
    expect(groups[0].note).toMatch(/^3 × t3.large, EKS control plane/);
    expect(groups[3].note).toMatch(/NAT gateway/i);
  });
});
