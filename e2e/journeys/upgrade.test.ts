import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { pushVersion, withClone } from '../outside/git.ts';
import { helmList, servingPods } from '../outside/kubernetes.ts';
import { query } from '../outside/postgres.ts';
import {
  applyByRequest,
  applyPlan,
  openEnvironment,
  outcome,
  planPanel,
  planUpgrade,
} from '../pages/environmentPage.ts';
import { fillForm } from '../pages/createForm.ts';
import { signIn } from '../pages/signIn.ts';
import { takePicture } from '../pages/takePicture.ts';

const repository = 'sovd/ferry';
const environment = 'ferry-staging';
const database = 'ferry_staging';

/** A revision that only adds. */
const trips = `"""trips"""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("trip", sa.Column("id", sa.BigInteger, primary_key=True))


def downgrade() -> None:
    op.drop_table("trip")
`;

/** A revision that the database refuses. */
const broken = `"""broken"""
import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("nowhere", sa.Column("note", sa.Text, nullable=True))


def downgrade() -> None:
    op.drop_column("nowhere", "note")
`;

const versions = 'backend/alembic/versions';

const runningPods = () => servingPods(environment);

async function tables(): Promise<string[]> {
  const rows = await query<{ tablename: string }>(
    environment,
    database,
    `select tablename from pg_tables where schemaname = 'public' order by 1`,
  );
  return rows.map(({ tablename }) => tablename);
}

test.describe.configure({ mode: 'serial' });

test.beforeEach(async ({ page }) => {
  await signIn(page);
});

test('an environment to change', async ({ page }) => {
  await fillForm(page, {
    name: 'ferry',
    description: 'Diagnostics of ferries',
  });
  await expect(
    page.getByRole('link', { name: 'Environment', exact: true }),
  ).toBeVisible({ timeout: 180_000 });
});

test('a plan shows what an upgrade would do, and what is applied is exactly that plan', async ({
  page,
}) => {
  await pushVersion(repository, {
    files: { [`${versions}/0002_trips.py`]: trips },
    message: 'Keep trips',
    tag: '1.1.0',
  });
  await planUpgrade(page, environment, '1.1.0');
  await expect(page.getByText('1 pending revision').first()).toBeVisible();
  await expect(page.getByText('No cloud resource changes.')).toBeVisible();
  await takePicture(page, 'plan', {
    shows: planPanel(page).getByRole('textbox', { name: 'Why' }),
  });

  const values = 'environments/staging/values.yaml';
  const before = await withClone(repository, folder =>
    readFile(path.join(folder, values), 'utf8'),
  );
  await pushVersion(repository, {
    files: { [values]: before.replace('logLevel: INFO', 'logLevel: DEBUG') },
    message: 'Log more',
  });
  await applyPlan(page, 'Trips for everybody');
  const alert = planPanel(page).getByRole('alert');
  await expect(alert).toContainText('Something changed since this plan');
  await expect(alert).toContainText('logLevel');
  expect(await tables()).not.toContain('trip');

  await planPanel(page)
    .getByRole('button', { name: 'See the new plan' })
    .click();
  await expect(
    planPanel(page).getByRole('textbox', { name: 'Why' }),
  ).toBeVisible();
  await applyPlan(page, 'Trips for everybody');
  await expect(outcome(page)).toContainText('1.1.0 runs here', {
    timeout: 180_000,
  });

  expect(await tables()).toContain('trip');
  const [release] = await helmList(environment);
  expect(release).toMatchObject({ status: 'deployed', revision: '2' });
  await withClone(repository, async folder => {
    const file = path.join(folder, 'environments/staging/release.yaml');
    const record = parse(await readFile(file, 'utf8'));
    const images = record.release.images as { tag: string }[];
    expect(new Set(images.map(({ tag }) => tag))).toEqual(new Set(['1.1.0']));
    expect(record.release.revision).toBe(2);
  });
});

test('a version that cannot start is rolled back, and the page says why', async ({
  page,
}) => {
  await pushVersion(repository, { message: 'Crash', tag: '1.2.0-crash' });
  await planUpgrade(page, environment, '1.2.0-crash');
  const began = Date.now();
  await applyPlan(page, 'Hope');
  await expect(outcome(page)).toContainText(
    /New (backend|frontend) pods can't start/,
    { timeout: 180_000 },
  );
  // for whoever reads the run, who wants at most 60 s: a busy machine must not decide a test
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  process.stdout.write(`rolled back ${seconds} s after "Apply"\n`);
  // the second reason is that of a pod that was just started once more
  await expect(outcome(page)).toContainText(
    /Pod (backend|frontend)-deployment-[0-9a-z]+-[0-9a-z]{5}: (CrashLoopBackOff|Error \(exit code 1\)): panic: DATABASE_URL is not set/,
  );
  await expect(outcome(page)).toContainText(
    /1\.1\.0 runs as revision \d+: (\d+) of \1 pods ready\./,
  );
  await takePicture(page, 'failure', {
    shows: outcome(page)
      .getByText(/can't start/)
      .first(),
  });
  const pods = await runningPods();
  expect(pods).toHaveLength(3);
  for (const { image } of pods) expect(image).toContain(':1.1.0@');
});

test('a migration that fails leaves the pods untouched, and the page has the SQL error', async ({
  page,
}) => {
  const before = await runningPods();
  await pushVersion(repository, {
    files: { [`${versions}/0003_broken.py`]: broken },
    message: 'Break',
    tag: '1.3.0',
  });
  await planUpgrade(page, environment, '1.3.0');
  await applyPlan(page, 'Notes');
  await expect(outcome(page)).toContainText(/"nowhere" does not exist/, {
    timeout: 180_000,
  });
  await expect(outcome(page)).toContainText('42P01');
  await expect(outcome(page)).toContainText('0003');
  expect(await runningPods()).toEqual(before);
});

test('of two upgrades at once the second is told which one runs', async ({
  page,
  context,
}) => {
  await pushVersion(repository, {
    files: {
      [`${versions}/0003_broken.py`]: broken.replaceAll('nowhere', 'trip'),
    },
    message: 'Mend',
    tag: '1.4.0',
  });
  const other = await context.newPage();
  await planUpgrade(page, environment, '1.4.0');
  await planUpgrade(other, environment, '1.4.0');
  await applyPlan(page, 'First');
  await expect(page.getByRole('list', { name: 'Stages' })).toBeVisible();

  // the page says so before anybody asks, and the portal when somebody asks all the same
  await expect(planPanel(other)).toContainText(/is running/);
  const refusal = await applyByRequest(other, environment, 'Second');
  expect(refusal.status).toBe(409);
  expect(refusal.message).toMatch(/upgrade.*1\.4\.0/);

  await expect(outcome(page)).toContainText('1.4.0 runs here', {
    timeout: 180_000,
  });
});

test('a plain way back brings the former version', async ({ page }) => {
  await openEnvironment(page, environment);
  await page.getByRole('link', { name: 'Roll back', exact: true }).click();
  await page
    .getByRole('radio', { name: /1\.1\.0/ })
    .first()
    .check({ force: true });
  await page.getByRole('button', { name: /^Plan/ }).click();
  await expect(page.getByText(/Way back/).first()).toBeVisible();
  await applyPlan(page, 'Back');
  await expect(outcome(page)).toContainText('1.1.0 runs here again', {
    timeout: 180_000,
  });
  for (const { image } of await runningPods()) {
    expect(image).toContain(':1.1.0@');
  }
});

test('list and board have what runs now', async ({ page }) => {
  await page.goto('/environments');
  const row = page.getByRole('row').filter({ hasText: 'ferry' });
  await expect(row).toContainText('1.1.0');
  await takePicture(page, 'environments', {
    shows: row.getByText('1.1.0').first(),
  });

  await page.goto('/catalog/default/system/ferry/environments');
  await expect(page.getByText('1.1.0').first()).toBeVisible();
});
