import type {
  EnvironmentCost,
  MoneyPlan,
} from '@sovd/plugin-sovd-deploy-common';

export const environmentCost: EnvironmentCost = {
  baseline: 440.31,
  peak: 690.57,
  budget: 800,
  verdict: 'within',
  region: 'eu-central-1',
  pricesAsOf: '2026-11-03',
  approximate: false,
  groups: [
    { label: 'Cluster', monthly: 214.4 },
    { label: 'Network', monthly: 98.61 },
    { label: 'Database', monthly: 78.2 },
    { label: 'Cache', monthly: 27.74 },
    { label: 'Operations', monthly: 21.36 },
  ],
};

export const nearCost: EnvironmentCost = {
  ...environmentCost,
  baseline: 732.2,
  peak: 1104.9,
  verdict: 'near',
};

export const aboveCost: EnvironmentCost = {
  ...environmentCost,
  baseline: 828.4,
  peak: 1201.1,
  verdict: 'above',
};

/** Prices of a region that the book has only as a factor on another one's. */
export const approximateCost: EnvironmentCost = {
  ...environmentCost,
  region: 'ap-southeast-2',
  approximate: true,
};

export const moneyAbove: MoneyPlan = {
  from: nearCost,
  to: aboveCost,
  lines: [
    { label: 'Database db.t3.large, two zones', from: 62.05, to: 124.1 },
    { label: 'Database storage', from: 23, to: 46 },
    { label: 'Monitoring', from: 0, to: 14.85 },
    { label: 'Old backups', from: 3.7, to: 0 },
  ],
};

export const moneyLess: MoneyPlan = {
  from: aboveCost,
  to: nearCost,
  lines: moneyAbove.lines.map(({ label, from, to }) => ({
    label,
    from: to,
    to: from,
  })),
};
