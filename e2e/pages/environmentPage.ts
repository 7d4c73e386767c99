import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { guestRequest } from './guestRequest.ts';

/** Opens an environment's tab and waits for its headline. */
export async function openEnvironment(page: Page, name: string): Promise<void> {
  await page.goto(`/catalog/default/resource/${name}/environment`);
  await expect(page.getByRole('region', { name: 'Rollout' })).toBeVisible();
}

/** Plans the upgrade to a version and waits for the plan. */
export async function planUpgrade(
  page: Page,
  name: string,
  version: string,
): Promise<void> {
  await openEnvironment(page, name);
  await page.getByRole('link', { name: 'Upgrade', exact: true }).click();
  await page.getByRole('radio', { name: version }).check({ force: true });
  await page
    .getByRole('button', { name: `Plan the upgrade to ${version}` })
    .click();
  await expect(planPanel(page)).toBeVisible();
}

/** The panel that turns a plan into a change. */
export function planPanel(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Apply this plan' });
}

/** Says why and applies the plan that is shown. */
export async function applyPlan(page: Page, why: string): Promise<void> {
  const panel = planPanel(page);
  await panel.getByRole('textbox', { name: 'Why' }).fill(why);
  await panel
    .getByRole('button', { name: /^(Upgrade|Roll back|Scale|Restart) / })
    .click();
}

/** What came of the change that is shown. */
export function outcome(page: Page): Locator {
  return page.getByRole('region', { name: 'Outcome' });
}

/** Applies the plan that is shown without its button, as a program would. */
export async function applyByRequest(
  page: Page,
  name: string,
  reason: string,
): Promise<{ status: number; message: string }> {
  const planDigest = decodeURIComponent(page.url().split('/plans/')[1]);
  const { status, body } = await guestRequest(
    page,
    `/api/sovd-deploy/v1/environments/default/${name}/changes`,
    { kind: 'upgrade', planDigest, reason },
  );
  return { status, message: body.error?.message ?? '' };
}

/** Chooses what stands in the menu of an environment's actions. */
export async function chooseFromMenu(
  page: Page,
  name: string,
  action: 'Scale' | 'Restart',
): Promise<void> {
  await openEnvironment(page, name);
  await page.getByRole('button', { name: 'Scale or restart' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}
