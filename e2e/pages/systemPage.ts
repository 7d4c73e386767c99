import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** Opens the overview of an application's System; the catalog takes a moment to know a new one. */
export async function openSystem(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/catalog/default/system/${name}`);
    // a page of something unknown never becomes another by itself
    await expect(templateCard(page)).toBeVisible({ timeout: 15_000 });
  }).toPass({ timeout: 180_000 });
}

/** How the repository stands to its template, and the ways to a new stamp. */
export function templateCard(page: Page): Locator {
  return page.getByRole('region', { name: 'Template' });
}

/** Leaves the step that chooses the application; until its picker has loaded, it refuses to. */
export async function leaveApplication(
  page: Page,
  button: 'Next' | 'Review',
  next: Locator,
): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: button }).click({ timeout: 5_000 });
    await expect(next).toBeVisible({ timeout: 15_000 });
  }).toPass({ timeout: 180_000 });
}

/** Waits until a task of the scaffolder has opened its pull request. */
export async function untilPullRequest(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: /^Pull request/ })).toBeVisible({
    timeout: 180_000,
  });
}
