import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { MarkdownPage } from '../documents/MarkdownPage.ts';
import { says } from '../documents/says.ts';
import { StampedDocuments } from '../documents/StampedDocuments.ts';

describe('runbooks for bad days, and guides', () => {
  let documents: StampedDocuments;
  let runbook: (name: string) => MarkdownPage;
  before(async () => {
    documents = await StampedDocuments.stamp();
    runbook = name => documents.page(`runbooks/${name}`);
  });
  after(() => documents?.dispose());

  test('disaster recovery: aims, with a recovery time for each loss, and no figure that nobody measured [R021 R022]', () => {
    const aims = runbook('disaster_recovery').section('Aims');
    says(
      aims,
      '99.9 %',
      '8.76 hours',
      'below 15 minutes',
      'below 5 minutes',
      '60 to 120 seconds',
    );
    const losses = [...aims.matchAll(/^\| (?:a |rows|the ).*$/gm)].map(
      ([row]) => row,
    );
    assert.ok(losses.length >= 7);
    for (const row of losses)
      assert.match(row, /not measured|none|below 15 minutes|the same/, row);
  });

  test('disaster recovery: a script that backs up database, Redis and audit logs [R002 R048]', () => {
    const backup = runbook('disaster_recovery').section('Backup by hand');
    says(
      backup,
      'scripts/backup.sh',
      'pg_dump',
      'BGSAVE',
      'aws s3 cp',
      'audit-logs.tar.gz',
    );
  });

  test('disaster recovery: from a point in time, a snapshot, a dump, and in another region [R023 R065]', () => {
    const page = runbook('disaster_recovery');
    says(
      page.section('Restore from a snapshot'),
      'restore-db-instance-from-db-snapshot',
    );
    says(
      page.section('Restore from a dump'),
      'scripts/restore.sh',
      'pg_restore',
    );
    says(
      page.section('What is backed up'),
      'storage that AWS owns',
      'In another region',
    );
    says(
      page.section('In another region'),
      'DNS',
      'recovery_region',
      '| CloudFormation | not offered.',
      'aws backup start-copy-job',
    );
    for (const environment of ['staging', 'production'])
      says(
        documents.page(`environments/${environment}`).section('Restore'),
        'restore-db-instance-to-point-in-time',
        `fleet-${environment}-restored`,
      );
  });

  test('Redis: what it is for; databases: what comes later [R034 R035]', () => {
    const page = runbook('infrastructure_setup');
    says(
      page.section('Scaling the database'),
      'partitioning audit logs by time',
      'sharding by vehicle',
    );
    says(
      page.section('Scaling Redis'),
      'Sessions',
      'status of vehicles',
      'Pub/Sub',
    );
  });

  test('secrets: rotation, automatic or not, and none in Git [R036]', async () => {
    const page = runbook('secrets_rotation');
    says(
      page.text,
      'AWS Secrets Manager',
      'Automatic rotation is off',
      '`30d`',
      '`.env`',
    );
    for (const secret of ['Database', 'Redis', 'JWT'])
      says(page.section(secret), 'put-secret-value', '**If it fails:**');
    says(await documents.read('.gitignore'), /(^| )\.env /);
  });

  test('security: what is checked on the way in [R059]', () => {
    says(
      documents.page('architecture').section('Security'),
      'Pydantic',
      'JSON Schema',
      'SQL has parameters',
    );
  });

  test('the guide for engineers has seven steps, from sign-in to history [R002 R049]', () => {
    const { text } = documents.page('user-guides/engineer_guide');
    const steps = [...text.matchAll(/^(\d)\. \*\*(.+?)\*\*/gm)].map(
      ([, number, title]) => `${number} ${title}`,
    );
    const wanted = [
      /^1 Sign in/,
      /^2 Go to Vehicles/,
      /^3 Select a vehicle/,
      /^4 Go to Commands/,
      /^5 Submit a command/,
      /^6 Watch the answers/,
      /^7 Check the history/,
    ];
    assert.equal(steps.length, wanted.length);
    wanted.forEach((step, index) => assert.match(steps[index], step));
    says(
      text,
      'ReadDTC',
      'engineer / engineer123',
      'What the application does today',
    );
  });

  test('staging and production have pages of their own, which share no name', () => {
    const [staging, production] = ['staging', 'production'].map(name =>
      documents.page(`environments/${name}`),
    );
    assert.deepEqual(staging.titles(2), production.titles(2));
    assert.doesNotMatch(
      staging.text,
      /fleet-production|environments\/production/,
    );
    assert.doesNotMatch(production.text, /fleet-staging|environments\/staging/);
    says(staging.section('Sizes'), 'one zone');
    says(production.section('Sizes'), 'Multi-AZ');
  });
});
