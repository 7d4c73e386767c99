import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { MarkdownPage } from '../documents/MarkdownPage.ts';
import { says } from '../documents/says.ts';
import { StampedDocuments } from '../documents/StampedDocuments.ts';
import { cloudTarget } from '../repository/cloudTarget.ts';
import { loadGenerators } from '../repository/generators.ts';

describe('what the documents say of costs', () => {
  let documents: StampedDocuments;
  let page: MarkdownPage;
  before(async () => {
    documents = await StampedDocuments.stamp();
    page = documents.page('runbooks/infrastructure_setup');
  });
  after(() => documents?.dispose());

  test('adds up the cost of staging and production, line by line, as the estimate does [T002 T037 T059]', async () => {
    const cost = page.section('7. Cost');
    const rows = new Map(
      [...cost.matchAll(/^\| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(
        ([, name, ...prices]) => [name, prices],
      ),
    );
    const estimates = await Promise.all(
      (['staging', 'production'] as const).map(estimateOf),
    );
    for (const [index, { baseline }] of estimates.entries()) {
      for (const { label, monthly } of baseline.lines)
        assert.equal(rows.get(label)?.[index], `$${monthly.toFixed(2)}`, label);
      assert.equal(
        rows.get('**Together, a month**')?.[index],
        `**$${baseline.monthly.toFixed(2)}**`,
      );
    }
    const { monthly } = estimates[1].baseline;
    assert.ok(monthly >= 500 && monthly <= 800, `${monthly}`);
    for (const line of [
      'EKS control plane',
      'Worker nodes',
      'RDS instance',
      'ElastiCache',
      'Load balancer',
      'Traffic to the internet',
    ])
      assert.ok(rows.has(line), line);
  });

  test('each environment’s page has the lines of its own estimate [T059]', async () => {
    for (const environment of ['staging', 'production']) {
      const { baseline } = JSON.parse(
        await documents.read(`environments/${environment}/estimate.json`),
      ) as Estimate;
      const cost = documents
        .page(`environments/${environment}`)
        .section('Cost');
      for (const { label, monthly } of baseline.lines)
        says(
          cost,
          new RegExp(`\\| ${label} \\| [^|]+ \\| \\$${monthly.toFixed(2)} \\|`),
        );
      says(cost, `**$${baseline.monthly.toFixed(2)}**`);
    }
  });

  test('sends who doubts it to AWS’ own calculator [T073]', () => {
    says(
      page.section('7. Cost'),
      '[AWS Pricing Calculator](https://calculator.aws)',
    );
  });
});

interface Estimate {
  baseline: { monthly: number; lines: { label: string; monthly: number }[] };
}

/** What an environment costs with the form's defaults. */
async function estimateOf(tier: 'staging' | 'production'): Promise<Estimate> {
  const { answersSchema, addEnvironment } = await loadGenerators();
  const answers = answersSchema.parse({
    ...{ name: 'sovd', owner: 'group:default/platform', target: 'aws' },
    ...{ environment: tier, tier },
    ...(tier === 'production' && {
      domain: 'sovd.dev',
      approvers: ['group:default/platform'],
      slackChannel: '#sovd',
    }),
  });
  const files = addEnvironment({
    answers,
    target: cloudTarget,
    repositoryUrl: 'http://localhost:15930/sovd/sovd',
    template: { name: 'sovd-webapp', version: '0.4.0' },
    files: [],
  });
  const file = files.find(({ path }) => path.endsWith('estimate.json'));
  return JSON.parse(file?.content ?? '');
}
