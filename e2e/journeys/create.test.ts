import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import {
  countStacks,
  describeStack,
  injectFault,
} from '../outside/cloudFormation.ts';
import { commitsOf, withClone } from '../outside/git.ts';
import { repositoriesOf } from '../outside/gitHost.ts';
import { helmList, kubectl, servingPods } from '../outside/kubernetes.ts';
import { query } from '../outside/postgres.ts';
import {
  create,
  estimate,
  fillApplication,
  fillForm,
  findings,
  goOn,
  goOnToReview,
  openForm,
} from '../pages/createForm.ts';
import { signIn } from '../pages/signIn.ts';
import { takePicture, takesPictures } from '../pages/takePicture.ts';

const environment = 'fleet-staging';

test.describe.configure({ mode: 'serial' });

test.beforeEach(async ({ page }) => {
  await signIn(page);
});

test('the form prices each answer and refuses what can not work, with the remedy beside it', async ({
  page,
}) => {
  await openForm(page);
  await fillApplication(page, {
    name: 'fleet',
    description: 'Diagnostics for the vehicles of the fleet',
  });
  await expect(estimate(page)).toContainText('as by default');
  const usual = await estimate(page).textContent();

  await page.getByRole('radio', { name: 'Production' }).check({ force: true });
  await expect(page.getByRole('textbox', { name: 'Environment' })).toHaveValue(
    'production',
  );
  await expect.poll(() => estimate(page).textContent()).not.toBe(usual);
  await expect(findings(page)).toContainText('approver');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(/Placement, .*approv/).first()).toBeVisible();
  await page.getByRole('radio', { name: 'Staging' }).check({ force: true });
  await goOn(page, 'Engine');
  await expect(page.getByRole('radio', { name: /^Terraform/ })).toBeDisabled();
  await goOn(page, 'Sizes');
  await goOn(page, 'Runtime');

  await page.getByRole('textbox', { name: 'Backend pods at most' }).fill('20');
  await expect(findings(page)).toContainText('1 to fix');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(
    page.getByText(/Runtime, Backend pods at most: /).first(),
  ).toBeVisible();
  await findings(page)
    .getByRole('button', { name: /db\.t3\.large, \+\$\d+/ })
    .click();
  await expect(findings(page)).toContainText('Nothing to fix');
  await expect(estimate(page)).toContainText('more than the defaults');
  await goOnToReview(page, 'Runtime');
  await expect(page.getByText('db.t3.large')).toBeVisible();
});

test('the form has its picture', async ({ page }) => {
  test.skip(!takesPictures, 'only in a run with SOVD_PICTURES=1');
  await takePicture(page, 'form', {
    shows: findings(page).getByRole('button', { name: /db\.t3\.large/ }),
    arrive: async () => {
      await page.goto('/');
      await openForm(page);
      await fillApplication(page, {
        name: 'fleet',
        description: 'Diagnostics for the vehicles of the fleet',
      });
      for (const step of ['Engine', 'Sizes', 'Runtime'] as const) {
        await goOn(page, step);
      }
      await page
        .getByRole('textbox', { name: 'Backend pods at most' })
        .fill('20');
      await expect(findings(page)).toContainText('1 to fix');
    },
  });
});

test('the whole form brings a running release, and the entity page shows it', async ({
  page,
}) => {
  await openForm(page);
  await fillApplication(page, {
    name: 'fleet',
    description: 'Diagnostics for the vehicles of the fleet',
  });
  await page.getByRole('textbox', { name: 'Domain' }).fill('fleet.sovd.dev');
  await goOn(page, 'Engine');
  await page
    .getByRole('radio', { name: /^EKS Pod Identity/ })
    .check({ force: true });
  await goOn(page, 'Sizes');
  await page.getByRole('textbox', { name: 'Nodes at most' }).fill('6');
  await goOn(page, 'Runtime');
  await page.getByRole('textbox', { name: 'Backend pods at most' }).fill('8');
  await page
    .getByRole('switch', { name: 'Run the vehicle connector' })
    .check({ force: true });
  await page
    .getByRole('textbox', { name: 'Gateways of the vehicles' })
    .fill('gateway.sovd.dev:50051');
  await goOn(page, 'Budget');
  await page.getByRole('textbox', { name: 'Budget a month' }).fill('500');
  await page.getByRole('textbox', { name: 'Email' }).fill('fleet@sovd.dev');
  await expect(findings(page)).toContainText('Nothing to fix');
  await expect(estimate(page)).toContainText('$438');
  await page.getByRole('button', { name: 'Review' }).click();
  await create(page);
  const open = page.getByRole('link', { name: 'Environment', exact: true });
  await expect(open).toBeVisible({ timeout: 180_000 });
  await open.click();

  await page.getByRole('link', { name: 'Environment', exact: true }).click();
  await expect(page.getByText('Healthy').first()).toBeVisible();
  const rollout = page.getByRole('region', { name: 'Rollout' });
  await expect(rollout).toContainText('7 of 7');
  await expect(rollout).toContainText(/revision 1/i);
  const database = page.getByRole('region', { name: 'Database migration' });
  await expect(database).toContainText('At head');
  await expect(database).toContainText(/Current revision.*0001.*Head.*0001/);
  const cost = page.getByRole('region', { name: 'Cost' });
  await expect(cost).toContainText('$438');
  await expect(cost).toContainText('$500');
  await takePicture(page, 'environment', {
    shows: page
      .getByRole('region', { name: 'History' })
      .getByText(/^Create with/)
      .first(),
  });
});

test('the stack, the release, the pods, the database and the repository say the same', async () => {
  const stack = await describeStack(environment);
  expect(stack.status).toBe('CREATE_COMPLETE');
  expect(stack.outputs).toMatchObject({ DatabasePort: '5432' });

  expect(await helmList(environment)).toEqual([
    expect.objectContaining({
      name: environment,
      revision: '1',
      status: 'deployed',
    }),
  ]);

  const images = {
    backend: 'backend',
    frontend: 'frontend',
    'vehicle-connector': 'backend',
  };
  for (const [component, repository] of Object.entries(images)) {
    const pods = await servingPods(environment, component);
    expect(pods.length).toBeGreaterThan(0);
    for (const { image, ready } of pods) {
      expect(ready).toBe(true);
      expect(image).toMatch(
        new RegExp(
          `sovd/fleet-${repository}:sha-[0-9a-f]{40}@sha256:[0-9a-f]{64}$`,
        ),
      );
    }
  }

  const tables = await query<{ tablename: string }>(
    environment,
    'fleet_staging',
    `select tablename from pg_tables where schemaname = 'public' order by 1`,
  );
  expect(tables.map(({ tablename }) => tablename)).toEqual(
    expect.arrayContaining(['alembic_version', 'vehicle']),
  );
  const versions = await query<{ version_num: string }>(
    environment,
    'fleet_staging',
    'select version_num from alembic_version',
  );
  expect(versions).toEqual([{ version_num: '0001' }]);

  await withClone('sovd/fleet', async folder => {
    const { release } = parse(
      await readFile(
        path.join(folder, 'environments/staging/release.yaml'),
        'utf8',
      ),
    );
    for (const { component, digest } of release.images) {
      const [pod] = await servingPods(environment, component);
      expect(pod.image).toContain(digest);
    }
    const estimated = JSON.parse(
      await readFile(
        path.join(folder, 'environments/staging/estimate.json'),
        'utf8',
      ),
    );
    expect(estimated.baseline.monthly).toBe(437.59);
    const lines = estimated.baseline.lines as { monthly: number }[];
    expect(lines.reduce((sum, { monthly }) => sum + monthly, 0)).toBeCloseTo(
      437.595,
    );
    const outputs = JSON.parse(
      await readFile(
        path.join(folder, 'environments/staging/outputs.json'),
        'utf8',
      ),
    );
    expect(outputs.databasePort).toBe('5432');
    for (const file of [
      'backend/app/migrate.py',
      'infrastructure/helm/sovd-webapp/Chart.yaml',
      'infrastructure/cloudformation/main.yaml',
      'infrastructure/k8s/bootstrap/staging/external-secret.yaml',
      'catalog-info.yaml',
      'README.md',
    ]) {
      expect(await readFile(path.join(folder, file), 'utf8')).not.toBe('');
    }
  });
});

test('a change made with kubectl is on the page by itself', async ({
  page,
}) => {
  await page.goto(`/catalog/default/resource/${environment}/environment`);
  const rollout = page.getByRole('region', { name: 'Rollout' });
  await expect(rollout).toContainText('7 of 7');

  // the autoscaler takes the fourth pod back within seconds: a busy page may have missed it
  await expect(async () => {
    await kubectl(
      'scale',
      'deployment',
      'backend-deployment',
      '--namespace',
      environment,
      '--replicas=4',
    );
    await expect(rollout).toContainText('of 8', { timeout: 5_000 });
  }).toPass();
  await expect(rollout).toContainText('7 of 7');
});

test('a second run with the same name is refused and makes nothing', async ({
  page,
}) => {
  const before = await withClone('sovd/fleet', commitsOf);
  await openForm(page);
  await fillApplication(page, { name: 'fleet', description: 'Once more' });
  await expect(findings(page)).toContainText('fleet-staging already exists');
  await goOnToReview(page, 'Placement');
  await expect(
    page
      .getByText(/Placement, Environment: fleet-staging already exists/)
      .first(),
  ).toBeVisible();
  expect(await withClone('sovd/fleet', commitsOf)).toEqual(before);
  expect(await countStacks(environment)).toBe(1);
  expect(await helmList(environment)).toHaveLength(1);
});

test('a run whose stack fails names the first cause, and can be run again to success', async ({
  page,
}) => {
  await injectFault({
    'Create:Database': 'Cannot create more than 40 DB instances (quota)',
  });
  try {
    await fillForm(page, {
      name: 'depot',
      description: 'Diagnostics in the depot',
    });
    await expect(
      page.getByText(/Database.*Cannot create more than 40/).first(),
    ).toBeVisible({ timeout: 180_000 });
    await page.goto('/catalog/default/resource/depot-staging/environment');
    await expect(
      page.getByText(/Cannot create more than 40/).first(),
    ).toBeVisible();
  } finally {
    await injectFault();
  }

  await page.goto('/');
  await fillForm(page, {
    name: 'depot',
    description: 'Diagnostics in the depot',
  });
  const open = page.getByRole('link', { name: 'Environment', exact: true });
  await expect(open).toBeVisible({ timeout: 180_000 });
  expect((await describeStack('depot-staging')).status).toBe('CREATE_COMPLETE');
  expect(await countStacks('depot-staging')).toBe(1);
  expect(await helmList('depot-staging')).toHaveLength(1);
  const repositories = await repositoriesOf('sovd');
  expect(repositories.filter(name => name.startsWith('depot'))).toEqual([
    'depot',
  ]);
});
