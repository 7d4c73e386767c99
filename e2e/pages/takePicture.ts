import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import path from 'node:path';

const images = path.resolve(import.meta.dirname, '../../docs/images');
const frame = { width: 1440, height: 1100 };

/** Whether this run takes the pictures of the documentation: `SOVD_PICTURES=1`. */
export const takesPictures = process.env.SOVD_PICTURES === '1';

/** What a picture shows, and the way there. */
export interface Picture {
  /** Is seen when the page has all of it. */
  shows: Locator;
  /** Comes back to it in another theme; without it the page is loaded again. */
  arrive?: () => Promise<void>;
}

/**
 * Writes `docs/images/<name>-dark.png` and `<name>-light.png`; does nothing in a run that
 * takes no pictures. A theme builds the whole app anew, so what only the page remembers is
 * lost by a switch. Light comes last: the journey goes on where it was, as it was.
 */
export async function takePicture(
  page: Page,
  name: string,
  { shows, arrive = async () => void (await page.reload()) }: Picture,
): Promise<void> {
  if (!takesPictures) return;
  const usual = page.viewportSize();
  await page.setViewportSize(frame);
  for (const theme of ['dark', 'light']) {
    await page.evaluate(id => localStorage.setItem('theme', id), theme);
    await arrive();
    await expect(shows).toBeVisible();
    await expect(page.locator('body')).toHaveAttribute(
      'data-theme-mode',
      theme,
    );
    await page.screenshot({
      path: path.join(images, `${name}-${theme}.png`),
      animations: 'disabled',
      caret: 'hide',
    });
  }
  if (usual) await page.setViewportSize(usual);
}
