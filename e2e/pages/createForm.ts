import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** What a journey types; everything else keeps the form's defaults. */
export interface TypedAnswers {
  name: string;
  environment?: string;
  description: string;
}

/** Steps of the form that stand beside price and findings, in their order. */
const steps = ['Placement', 'Engine', 'Sizes', 'Runtime', 'Budget'] as const;

export type FormStep = (typeof steps)[number];

/** Opens the template's form at its first step. */
export async function openForm(page: Page): Promise<void> {
  const sidebar = page.getByRole('navigation', { name: 'sidebar nav' });
  await sidebar.getByRole('link', { name: 'Create' }).click();
  await page
    .locator('[class*="MuiCard-root"]')
    .filter({ has: page.getByText('SOVD WebApp', { exact: true }) })
    .getByRole('button', { name: 'Choose' })
    .click();
}

/** Answers the first step and goes on to the second. */
export async function fillApplication(
  page: Page,
  answers: TypedAnswers,
): Promise<void> {
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
  await expect(stepHeading(page, 'Placement')).toBeVisible();
}

/** Heading of the step that is shown. */
export function stepHeading(page: Page, step: FormStep): Locator {
  return page.getByRole('heading', { name: step, exact: true });
}

/** What the answers so far would cost a month. */
export function estimate(page: Page): Locator {
  return page.getByRole('region', { name: 'Estimate' });
}

/** Where the answers collide. */
export function findings(page: Page): Locator {
  return page.getByRole('region', { name: 'Findings' });
}

/** Leaves the step that is shown for the next one. */
export async function goOn(page: Page, to: FormStep): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(stepHeading(page, to)).toBeVisible();
}

/** Walks from the step that is shown to the review. */
export async function goOnToReview(page: Page, from: FormStep): Promise<void> {
  for (const step of steps.slice(steps.indexOf(from) + 1)) {
    await goOn(page, step);
  }
  await page.getByRole('button', { name: 'Review' }).click();
}

/** Starts the task from the review page. */
export async function create(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page).toHaveURL(/\/create\/tasks\//);
}

/** Opens the template, types the answers, and presses Create on the review page. */
export async function fillForm(
  page: Page,
  answers: TypedAnswers,
): Promise<void> {
  await openForm(page);
  await fillApplication(page, answers);
  const environment = page.getByRole('textbox', { name: 'Environment' });
  await expect(environment).toHaveValue('staging');
  if (answers.environment) await environment.fill(answers.environment);
  await goOnToReview(page, 'Placement');
  await create(page);
}
