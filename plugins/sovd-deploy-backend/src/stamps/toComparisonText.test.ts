import type { EnvironmentComparison, StampComparison } from './StampComparison';
import { toComparisonText } from './toComparisonText';

const staging: EnvironmentComparison = {
  environment: 'staging',
  objects: {
    value: [
      { kind: 'Service', name: 'frontend', action: 'add', fields: [] },
      {
        kind: 'Deployment',
        name: 'backend',
        action: 'change',
        fields: [{ path: 'spec.replicas', from: 2, to: 3 }],
      },
    ],
  },
  values: { value: [] },
  parameters: { value: [{ path: 'NatMode', to: 'single' }] },
  variables: { reason: 'afterwards: Unexpected token' },
  cost: {
    value: {
      baseline: { from: 440.4, to: 452.6 },
      peak: { from: 900, to: 850 },
    },
  },
};
const comparison: StampComparison = {
  environments: [staging],
  added: [],
  chartValues: {
    value: [{ path: 'config.logLevel', from: 'INFO', to: 'WARN' }],
  },
  resources: {
    value: { added: ['Cache (T)'], changed: [], removed: ['Old (T)'] },
  },
  addresses: { value: { added: [], changed: [], removed: [] } },
};

describe('toComparisonText', () => {
  it('tells each section that has something to tell', () => {
    const text = toComparisonText(comparison);
    expect(
      text.split('\n').filter(line => /^[-#]|Cost|not/.test(line)),
    ).toEqual([
      '## What it changes',
      '### All environments',
      '- `config.logLevel` `INFO` → `WARN`',
      '- `Old (T)` removed',
      '- `Cache (T)` new',
      '### Environment `staging`',
      'Cost: $440 → $453 (+$13) a month, at peak $900 → $850 (−$50); an estimate.',
      '- `Service frontend` new',
      '- `Deployment backend` changed: `spec.replicas` `2` → `3`',
      '- `NatMode` none → `single`',
      '**Terraform variables of the environment**: not compared, `afterwards: Unexpected token`',
    ]);
  });

  it('tells the price of an environment that is new, or why it has none', () => {
    const text = toComparisonText({
      ...comparison,
      added: [
        {
          environment: 'production',
          cost: { value: { baseline: 1207.4, peak: 2300 } },
        },
        { environment: 'demo', cost: { reason: 'Unexpected token' } },
      ],
    });
    expect(text).toContain(
      '### Environment `production`: new\n\nCost: $1,207 a month, at peak $2,300; an estimate.\n',
    );
    expect(text).toContain(
      '### Environment `demo`: new\n\nCost: not known, `Unexpected token`.\n',
    );
  });

  it('says that nothing that runs changes', () => {
    const none = { value: [] };
    const text = toComparisonText({
      ...comparison,
      environments: [
        { ...staging, objects: none, parameters: none, variables: none },
      ],
    });
    expect(text).toContain('Nothing that runs changes.');
  });

  it('stays short and whole, however much there is', () => {
    const fields = Array.from({ length: 500 }, (_, index) => ({
      path: `${'deep.'.repeat(40)}${index}`,
      from: 'x'.repeat(10_000),
      to: '</details>\n\n# not a heading `'.repeat(20),
    }));
    const text = toComparisonText({
      ...comparison,
      chartValues: { value: fields },
      environments: Array.from({ length: 40 }, () => ({
        ...staging,
        objects: {
          value: [{ kind: 'K', name: '`', action: 'change' as const, fields }],
        },
        values: { value: fields },
        parameters: { value: fields },
      })),
    });
    expect(text.length).toBeLessThan(25_000);
    expect(text).toMatch(
      /And \d+ more, too long to be told here: see the files\.$/,
    );
    const lines = text.split('\n');
    expect(lines.filter(line => line === '</details>')).toHaveLength(
      lines.filter(line => line.startsWith('<details>')).length,
    );
    expect(lines.filter(line => /^# /.test(line))).toEqual([]);
  });
});
