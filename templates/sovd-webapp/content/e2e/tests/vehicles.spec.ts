import { expect, test } from '@playwright/test';

test('a vehicle is added, and is in the table after a reload', async ({ page, request }) => {
  const vin = `TEST${String(Date.now()).padStart(13, '0')}`;
  await page.goto('/');
  await page.getByLabel('VIN').fill(vin);
  await page.getByLabel('Label').fill('Browser test');
  await page.getByRole('button', { name: 'Add' }).click();
  const row = page.getByRole('row', { name: vin });
  await expect(row).toBeVisible();
  await page.reload();
  await expect(row).toBeVisible();

  const vehicles: { id: number; vin: string }[] = await (await request.get('/api/vehicles?limit=100')).json();
  const added = vehicles.find(vehicle => vehicle.vin === vin);
  expect(added).toBeDefined();
  await request.delete(`/api/vehicles/${added?.id}`);
});

test('a VIN of the wrong form can’t be sent', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('VIN').fill('TOO SHORT');
  await page.getByLabel('Label').fill('Browser test');
  await expect(page.getByRole('button', { name: 'Add' })).toBeDisabled();
});
