import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { manifests, pick } from '../chart/StampedChart.ts';
import type { MarkdownPage } from '../documents/MarkdownPage.ts';
import { says } from '../documents/says.ts';
import { StampedDocuments } from '../documents/StampedDocuments.ts';
import { checkTool } from '../tools/checkTool.ts';

describe('database_migrations.md', () => {
  let documents: StampedDocuments;
  let page: MarkdownPage;
  before(async () => {
    documents = await StampedDocuments.stamp();
    page = documents.page('runbooks/database_migrations');
  });
  after(() => documents?.dispose());

  test('has the eight sections in their order [M006 M012 M039]', () => {
    assert.deepEqual(page.titles(2), [
      'Overview',
      'Creating Migrations',
      'Testing Migrations Locally',
      'Testing in Staging',
      'Production Deployment',
      'Rollback Procedures',
      'Troubleshooting',
      'Migration Conflicts',
    ]);
  });

  test('shows the way of a migration in six steps, local, staging, production [M001 M013]', () => {
    const steps = page.section('Overview').match(/^\d\. \*\*[^*]+\*\*/gm);
    assert.deepEqual(steps, [
      '1. **Write it**',
      '2. **Review it**',
      '3. **Test it locally**',
      '4. **Commit it**',
      '5. **Staging**',
      '6. **Production**',
    ]);
    says(
      page.section('Overview'),
      'alembic revision --autogenerate',
      'as a hook',
    );
  });

  test('tests the hook in kind or minikube, whose Job the chart has [M015 M049]', () => {
    const hook = page.section('Step 3: Test the hook in a cluster of your own');
    says(
      hook,
      'kind create cluster',
      'kind load docker-image',
      'minikube image load',
      'helm install sovd',
    );
    says(
      hook,
      'job/sovd-migration',
      '--timeout 15m',
      'the Job is complete before any backend pod exists',
    );
  });

  test('its commands make a release with the hook, from images that need no registry [M015]', async () => {
    const [block] = page
      .blocks('bash')
      .filter(each => each.includes('kind create cluster'));
    const [, args] =
      /^helm install (.+)$/m.exec(block.replace(/\\\n\s*/g, '')) ?? [];
    const text = await runProgram(
      await checkTool('helm'),
      ['template', ...args.split(/\s+/)],
      { cwd: documents.repository },
    );
    const rendered = manifests(text);
    const job = pick(rendered, 'Job', 'sovd-migration');
    assert.match(
      JSON.stringify(job),
      /"image":"localhost\/sovd-backend:local"/,
    );
    assert.match(
      JSON.stringify(job),
      /sovd_user:\$\(DATABASE_PASSWORD\)@db:5432\/sovd\?/,
    );
    const secret = pick(rendered, 'Secret') as {
      data?: Record<string, string>;
    };
    const password = Buffer.from(
      secret.data?.['database-password'] ?? '',
      'base64',
    );
    assert.ok(block.includes(`POSTGRES_PASSWORD=${password}`));
  });

  test('asks for both directions, and for what the async engine can run [M041]', () => {
    says(
      page.section('Creating Migrations'),
      'async engine',
      'asyncio.run',
      'NullPool',
    );
    says(
      page.section('Testing Migrations Locally'),
      'Both directions, always',
      'scripts/test_migration.sh',
    );
  });

  test('says what Helm waits for, that it is never left out, and that running twice does nothing [M014 M048]', () => {
    says(
      page.section('Production Deployment'),
      'waits for it',
      '`--no-hooks` would leave it out: never use it',
      'activeDeadlineSeconds',
    );
    says(page.section('Overview'), 'Running it again does nothing');
  });

  test('a migration that failed half-way, a database that is locked [M046]', () => {
    says(
      page.section('A migration failed half-way'),
      'has a transaction of its own',
      'indisvalid',
    );
    says(
      page.section('The database is locked'),
      'pg_terminate_backend',
      '55P03',
      'advisory lock',
    );
  });

  test('a rollback leaves the schema, and going down isn’t for production [M020]', () => {
    const rollback = page.section('Rollback Procedures');
    says(
      rollback,
      '`helm rollback` runs no migration',
      'Never in production without a snapshot',
      'Disaster recovery',
    );
    says(
      documents.page('runbooks/deployment').section('Rolling back'),
      'A rollback never touches the schema',
    );
  });

  test('names no address and no password [M040]', () => {
    assert.doesNotMatch(
      page.text,
      /postgresql(\+asyncpg)?:\/\/[^\s:@]+:[^\s@]+@/,
    );
    says(
      page.section('Step 3: Read it'),
      'No address of a database, and no password',
    );
  });
});
