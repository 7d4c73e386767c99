import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Signs in as the sandbox's person and waits for the sidebar. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  const sidebar = page.getByRole('navigation', { name: 'sidebar nav' });
  await expect(sidebar.getByRole('link', { name: 'Create' })).toBeVisible();
}
