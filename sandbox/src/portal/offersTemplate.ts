/** The template that the golden path begins with. */
const TEMPLATE = 'template/default/sovd-webapp';

/**
 * Whether the portal's catalog shows the template. It reads its locations only after the
 * portal is ready, and a person who opens *Create* before that finds nothing there.
 *
 * Signs in as the sandbox's guest, as the sign-in page does.
 */
export async function offersTemplate(url: string): Promise<boolean> {
  const signIn = await fetch(`${url}/api/auth/guest/refresh`, {
    method: 'POST',
  });
  if (!signIn.ok) return false;
  const { backstageIdentity } = (await signIn.json()) as {
    backstageIdentity: { token: string };
  };
  const entity = await fetch(
    `${url}/api/catalog/entities/by-name/${TEMPLATE}`,
    { headers: { Authorization: `Bearer ${backstageIdentity.token}` } },
  );
  return entity.ok;
}
