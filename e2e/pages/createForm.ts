import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** What a journey types; everything else keeps the form's defaults. */
export interface TypedAnswers {
  name: string;
  environment?: string;
  description: string;
}

/** Opens the template, types the answers, and presses Create on the review page. */
export async function fillForm(
  page: Page,
  answers: TypedAnswers,
): Promise<void> {
  const sidebar = page.getByRole('navigation', { name: 'sidebar nav' });
  await sidebar.getByRole('link', { name: 'Create' }).click();
  await page
    .locator('article, [class*="MuiCard-root"]')
    .filter({ hasText: 'SOVD WebApp' })
    .getByRole('button', { name: 'Choose' })
    .click();

  await page.getByRole('textbox', { name: 'Name' }).fill(answers.name);
  await page
    .getByRole('textbox', { name: 'Description' })
    .fill(answers.description);
  await page.getByLabel('Owner').fill('platform');
  await page
    .getByRole('option', { name: /platform/i })
    .first()
    .click();
  await page.getByRole('button', { name: 'Next' }).click();

  const environment = page.getByRole('textbox', { name: 'Environment' });
  await expect(environment).toBeVisible();
  if (answers.environment) await environment.fill(answers.environment);
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page).toHaveURL(/\/create\/tasks\//);
}
