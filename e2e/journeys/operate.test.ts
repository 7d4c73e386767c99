import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { pushVersion, withClone } from '../outside/git.ts';
import { helmList, servingPods } from '../outside/kubernetes.ts';
import { fillForm } from '../pages/createForm.ts';
import {
  applyPlan,
  chooseFromMenu,
  outcome,
  planUpgrade,
} from '../pages/environmentPage.ts';
import { signIn } from '../pages/signIn.ts';

const repository = 'sovd/marina';
const environment = 'marina-staging';

const pods = () => servingPods(environment);
const allPods = async () =>
  (
    await Promise.all(
      ['backend', 'frontend'].map(component =>
        servingPods(environment, component),
      ),
    )
  ).flat();

test.describe.configure({ mode: 'serial' });

test.beforeEach(async ({ page }) => {
  await signIn(page);
});

test('an environment to operate', async ({ page }) => {
  await fillForm(page, {
    name: 'marina',
    description: 'Diagnostics of boats',
  });
  await expect(
    page.getByRole('link', { name: 'Environment', exact: true }),
  ).toBeVisible({ timeout: 180_000 });
});

test('scaling brings pods, and Git knows the new number', async ({ page }) => {
  await chooseFromMenu(page, environment, 'Scale');
  await page.getByRole('textbox', { name: 'At least' }).fill('4');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Plan 4 to 10 backend pods' }).click();
  await applyPlan(page, 'More boats');
  await expect(outcome(page)).toContainText('As many pods run', {
    timeout: 180_000,
  });
  expect(await pods()).toHaveLength(4);
  await withClone(repository, async folder => {
    const file = path.join(folder, 'environments/staging/values.yaml');
    const values = parse(await readFile(file, 'utf8'));
    expect(values.hpa.minReplicas).toBe(4);
  });
});

test('restarting replaces every pod', async ({ page }) => {
  const before = await allPods();
  await chooseFromMenu(page, environment, 'Restart');
  await applyPlan(page, 'A fresh start');
  await expect(outcome(page)).toContainText('All pods are new', {
    timeout: 180_000,
  });
  const after = await allPods();
  const known = new Set(before.map(({ uid }) => uid));
  expect(after.filter(({ uid }) => known.has(uid))).toEqual([]);
});

test('an upgrade that is stopped goes back to what ran', async ({ page }) => {
  const before = await pods();
  await pushVersion(repository, { message: 'Slow', tag: '1.1.0-unready' });
  await planUpgrade(page, environment, '1.1.0-unready');
  await applyPlan(page, 'Try it');
  const stages = page.getByRole('list', { name: 'Stages' });
  await expect(
    stages.getByRole('listitem').filter({ hasText: 'Database and release' }),
  ).toContainText('Running', { timeout: 180_000 });
  await page.getByRole('button', { name: 'Stop and go back' }).click();
  await page.getByRole('button', { name: 'Stop it now' }).click();
  await expect(outcome(page)).toContainText(/stopped/i, { timeout: 180_000 });
  const [release] = await helmList(environment);
  expect(release.status).toBe('deployed');
  const after = await pods();
  for (const { image } of after) expect(image).not.toContain('unready');
  expect(after).toHaveLength(before.length);
});
