import { rm } from 'node:fs/promises';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { testRepository } from '../__testUtils__/testRepository';
import { FakeReleaseRenderer } from '../releases/FakeReleaseRenderer';
import { StampComparer } from './StampComparer';

const environment = testEnvironment('fleet');
const chart = 'infrastructure/helm/sovd-webapp/values.yaml';
const sum = (monthly: number) => ({ monthly, lines: [] });
const estimate = (monthly: number) =>
  JSON.stringify({
    currency: 'USD',
    region: 'us-east-1',
    pricesAsOf: '2026-11-01',
    source: 'https://aws.amazon.com',
    approximate: false,
    baseline: sum(monthly),
    peak: sum(monthly * 2),
  });

const before = {
  [chart]: 'backend: { image: {} }\n',
  'environments/staging/environment.yaml': '{}',
  'environments/staging/values.yaml': 'config: { logLevel: INFO }\n',
  'environments/staging/estimate.json': estimate(400),
  'infrastructure/cloudformation/main.yaml':
    'Resources: { Vpc: { Type: AWS::EC2::VPC } }\n',
};
const afterwards = {
  ...before,
  'environments/staging/values.yaml': 'config: { logLevel: DEBUG }\n',
  'environments/staging/estimate.json': estimate(420),
  'infrastructure/cloudformation/main.yaml':
    'Resources: { Vpc: { Type: AWS::EC2::VPC }, Cache: { Type: AWS::X } }\n',
  'infrastructure/terraform/modules/vpc/main.tf':
    'resource "aws_vpc" "this" {\n  cidr = 1\n}\n',
};

describe('StampComparer', () => {
  const folders: string[] = [];
  const renderer = new FakeReleaseRenderer();
  const comparer = new StampComparer({ renderer });
  afterEach(async () => {
    renderer.refuse(undefined);
    for (const folder of folders.splice(0))
      await rm(folder, { recursive: true });
  });
  async function compare(
    from: Record<string, string>,
    to: Record<string, string>,
  ) {
    const sides = [
      await testRepository(from),
      await testRepository(to),
    ] as const;
    folders.push(...sides);
    return comparer.compare(...sides, [environment]);
  }

  it('tells what a stamp changes, object by object', async () => {
    const text = await compare(before, afterwards);
    for (const line of [
      'Cost: $400 → $420 (+$20) a month',
      '- `config.logLevel` `INFO` → `DEBUG`',
      '- `ConfigMap backend` changed: `data.values`',
      '- `Cache (AWS::X)` new',
      '- `modules/vpc: aws_vpc.this` new',
    ]) {
      expect(text).toContain(line);
    }
    expect(text).not.toContain('Vpc (AWS');
    expect(text).not.toContain('not compared');
  });

  it('finds nothing between a stamp and itself', async () => {
    expect(await compare(before, before)).toBe(
      '## What it changes\n\n### Environment `staging`\n\nCost: stays $400 a month, at peak stays $800; an estimate.\n\nNothing that runs changes.',
    );
  });

  it('prices an environment that is new', async () => {
    const { 'environments/staging/environment.yaml': _, ...without } = before;
    const text = await compare(without, afterwards);
    expect(text).toContain(
      '### Environment `staging`: new\n\nCost: $420 a month, at peak $840; an estimate.',
    );
    expect(text).not.toContain('logLevel');
  });

  it('says that the estimate of a new environment is missing', async () => {
    const { 'environments/staging/environment.yaml': _, ...without } = before;
    const { 'environments/staging/estimate.json': __, ...unpriced } =
      afterwards;
    expect(await compare(without, unpriced)).toContain(
      '### Environment `staging`: new\n\nCost: not known, `the new stamp has no estimate`.',
    );
  });

  it('leaves out an environment that is removed', async () => {
    const { 'environments/staging/environment.yaml': _, ...without } =
      afterwards;
    expect(await compare(before, without)).not.toContain('staging');
  });

  it.each([
    ['infrastructure/cloudformation/main.yaml', '['],
    ['environments/staging/values.yaml', 'a: {'],
    ['environments/staging/estimate.json', '{}'],
    [chart, '- a list'],
  ])(
    'says that it could not read %s, and tells the rest',
    async (file, text) => {
      const told = await compare(before, { ...afterwards, [file]: text });
      expect(told).toMatch(/not compared, `+ ?afterwards: /);
      expect(told).toContain('### Environment `staging`');
    },
  );

  it('gives the reason when a chart refuses its values', async () => {
    renderer.refuse('values: `x` is\n\n</details> required');
    expect(await compare(before, afterwards)).toContain(
      '**Kubernetes objects**: not compared, ``before: values: `x` is </details> required``',
    );
  });
});
