import fc from 'fast-check';
import { healthSchema, worstOf } from './health';
import type { Health } from './health';

const healths = fc.array(fc.constantFrom<Health>(...healthSchema.options));

describe('worstOf', () => {
  it.each<[Health[], Health]>([
    [[], 'unknown'],
    [['healthy'], 'healthy'],
    [['healthy', 'progressing'], 'progressing'],
    [['progressing', 'unknown'], 'unknown'],
    [['unknown', 'degraded', 'healthy'], 'degraded'],
  ])('of %p is %p', (several, worst) => {
    expect(worstOf(several)).toBe(worst);
  });

  it('is never better than any part, and never healthy beside something unknown', () => {
    fc.assert(
      fc.property(healths, fc.constantFrom(...healthSchema.options), (a, b) => {
        const all = [...a, b];
        const worst = worstOf(all);
        expect(all).toContain(worst);
        expect(worstOf([...all].reverse())).toBe(worst);
        expect(worstOf([worst, b])).toBe(worst);
        const healthy = all.every(health => health === 'healthy');
        expect(worst === 'healthy').toBe(healthy);
      }),
    );
  });
});
