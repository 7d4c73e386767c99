import { toPeakUsage, usageByTier } from './usage';

describe('usage', () => {
  it('assumes of production at least what it assumes of staging', () => {
    const { production, staging } = usageByTier;
    for (const name of Object.keys(staging) as (keyof typeof staging)[]) {
      expect(production[name]).toBeGreaterThanOrEqual(staging[name]);
    }
  });

  it('has at the peak three times the traffic, and no more of the rest', () => {
    expect(toPeakUsage(usageByTier.production)).toEqual({
      ...usageByTier.production,
      loadBalancerUnits: 3,
      natGb: 250,
      egressGb: 600,
      crossZoneGb: 600,
      logIngestGb: 120,
      logStorageGb: 120,
    });
  });
});
