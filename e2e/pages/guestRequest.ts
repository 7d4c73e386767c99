import type { Page } from '@playwright/test';

/** What the portal answered to a program. */
export interface GuestAnswer {
  status: number;
  body: { error?: { message?: string } } & Record<string, unknown>;
}

/** Posts to the portal's backend as a program does that has signed in as the sandbox's person. */
export async function guestRequest(
  page: Page,
  path: string,
  data: unknown,
): Promise<GuestAnswer> {
  const signIn = await page.request.post('/api/auth/guest/refresh');
  const { backstageIdentity } = await signIn.json();
  const answer = await page.request.post(path, {
    headers: { Authorization: `Bearer ${backstageIdentity.token}` },
    data,
  });
  return { status: answer.status(), body: await answer.json() };
}
