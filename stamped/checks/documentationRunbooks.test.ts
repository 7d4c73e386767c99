import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { MarkdownPage } from '../documents/MarkdownPage.ts';
import { says } from '../documents/says.ts';
import { StampedDocuments } from '../documents/StampedDocuments.ts';

describe('the runbooks', () => {
  let documents: StampedDocuments;
  let runbook: (name: string) => MarkdownPage;
  before(async () => {
    documents = await StampedDocuments.stamp();
    runbook = name => documents.page(`runbooks/${name}`);
  });
  after(() => documents?.dispose());

  const runbooks = () =>
    [...documents.pages.values()].filter(({ name }) =>
      name.startsWith('docs/runbooks/'),
    );

  test('deployment: each place has prerequisites, steps, verification, rollback [R002 R050]', () => {
    const titles = runbook('deployment').titles(3);
    for (const place of ['local', 'staging', 'production'])
      for (const part of ['Prerequisites', 'Steps', 'Verification', 'Rollback'])
        assert.ok(titles.includes(`${part} (${place})`), `${part} (${place})`);
  });

  test('deployment: what runs where [R004]', () => {
    const { text } = runbook('deployment');
    says(
      text,
      'Amazon EKS, Helm',
      'nginx with the built files',
      'Uvicorn',
      'RDS, Multi-AZ',
      'ElastiCache',
    );
  });

  test('deployment: the database must be prepared once, with log-ins that nobody overlooks [R054 R060]', () => {
    const local = runbook('deployment').section('Steps (local)');
    says(
      local,
      'scripts/init_db.sh',
      'Required after the first start',
      '!!! warning',
    );
    says(local, 'admin / admin123', 'engineer / engineer123');
    says(
      local,
      'http://localhost:8000/docs',
      'make up',
      '`docker-compose up -d`',
    );
  });

  test('deployment: every setting, as the code reads it [R040]', async () => {
    const config = await documents.read('backend/app/config.py');
    const fields = [...config.matchAll(/^ {4}([a-z][a-z_]*): /gm)].map(
      ([, name]) => name.toUpperCase(),
    );
    const rows = runbook('deployment')
      .section('Settings')
      .matchAll(/^\| `([A-Z_]+)` \|/gm);
    assert.deepEqual(
      [...rows].map(([, name]) => name).sort(),
      [...new Set(fields)].sort(),
    );
  });

  test('deployment: how many workers, and how large images may be [D042 D046]', () => {
    const page = runbook('deployment');
    says(
      page.section('Workers'),
      'four workers',
      '(2 × cores) + 1',
      '`WEB_CONCURRENCY`',
    );
    says(
      page.section('Images'),
      'docker images',
      'below 500 MB',
      'below 50 MB',
    );
  });

  const isStep = ({ title }: { title: string }) => /^Step \d/.test(title);

  test('each step says how it is verified [R053 R055]', () => {
    for (const page of runbooks()) {
      for (const { title, text } of page.sections.filter(isStep))
        assert.match(text, /\*\*Verify:\*\*/, `${page.name}: ${title}`);
    }
    const numbers = runbook('deployment')
      .section('Steps (staging)')
      .match(/(?<=#### Step )\d/g);
    assert.deepEqual(numbers, ['1', '2', '3', '4']);
  });

  test('each procedure says what to do if it fails [R056]', () => {
    const procedures = runbooks().flatMap(({ name, sections }) => {
      const headings = sections.flatMap((section, index) => {
        if (!isStep(section)) return [];
        // the nearest heading above that isn't a step
        const above = sections
          .slice(0, index)
          .findLast(one => !isStep(one) && one.level < section.level);
        assert.ok(above, `${name}: ${section.title} stands under no procedure`);
        return [above];
      });
      return [...new Set(headings)].map(one => ({ ...one, name }));
    });
    assert.ok(procedures.length >= 20, String(procedures.length));
    for (const { name, title, text } of procedures)
      assert.match(text, /\*\*If it fails:\*\*/, `${name}: ${title}`);
    for (const page of runbooks())
      assert.match(page.text, /\*\*If it fails:\*\*/, page.name);
  });

  test('troubleshooting begins with the health endpoints, and says what 503 means [R052 R062]', () => {
    const page = runbook('troubleshooting');
    assert.equal(page.titles(2)[0], 'First: the health endpoints');
    const first = page.section('First: the health endpoints');
    says(first, '/health/live', '/health/ready', /503 \| a dependency/);
    says(first, 'backend/app/api/health.py', 'redis_standing');
  });

  test('troubleshooting: seven issues and more, each with symptom, diagnosis, fix [R002 R047]', () => {
    const page = runbook('troubleshooting');
    const issues = [
      'Backend does not start',
      'Frontend shows 401',
      'WebSocket connections fail',
      'Rate limiting 429',
      'Health checks fail',
      'Port conflicts',
      'Volume permissions',
    ];
    for (const issue of issues)
      says(
        page.section(issue),
        '**Symptom:**',
        '**Diagnosis:**',
        '**Fix:**',
        '**Verify:**',
      );
  });

  test('troubleshooting: what an error carries, as the code answers it [R042]', async () => {
    const section = runbook('troubleshooting').section('Reading an error');
    const [, json] = /```json\n([\s\S]*?)```/.exec(section) ?? [];
    const { error } = JSON.parse(json);
    assert.deepEqual(Object.keys(error), ['code', 'message', 'correlation_id']);
    const code = await documents.read('backend/app/correlation.py');
    says(code, `"code": "${error.code}"`, `"message": "${error.message}"`);
    says(section, '`error.code`', '`error.correlation_id`');
  });

  test('troubleshooting: the limits, and that nothing enforces them yet [R043]', () => {
    const section = runbook('troubleshooting').section('Rate limiting 429');
    for (const [who, limit] of Object.entries({
      'sign-in': 5,
      commands: 10,
      'everything else': 100,
      administrators: 10000,
    }))
      assert.match(section, new RegExp(`^\\| ${who} \\| ${limit}\\b`, 'm'));
    says(section, 'has no limits');
  });

  test('circuit breaker, retries, and what still works without a dependency [R015 R016 R017]', () => {
    says(
      documents.page('architecture').section('Robustness'),
      'three attempts with growing pauses',
      'circuit breaker after five failures',
      'tenacity',
      'connects again',
    );
    says(
      runbook('troubleshooting').section(
        'What still works when something is down',
      ),
      'Redis',
      'read from the database',
      'a clear error',
      'reads go to the primary',
    );
  });

  test('structured logs, their levels and how long they stay [R025]', () => {
    const everything = [...documents.pages.values()]
      .map(({ text }) => text)
      .join('\n');
    says(
      everything,
      'correlation_id',
      'user_id',
      'CloudWatch',
      /DEBUG, INFO, WARNING/,
    );
    says(
      runbook('troubleshooting').section('Reading an error'),
      '30 days',
      '90',
    );
  });
});
