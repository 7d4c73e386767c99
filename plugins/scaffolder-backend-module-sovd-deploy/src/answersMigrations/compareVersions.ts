import { InputError } from '@backstage/errors';

const semantic = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})$/;

function partsOf(version: string): number[] {
  const parts = semantic.exec(version)?.slice(1).map(Number);
  if (parts) return parts;
  throw new InputError(
    `"${version}" is no version of a template. Write it as three numbers, such as 0.4.0.`,
  );
}

/**
 * Orders two versions of a template: negative when the first one is earlier.
 *
 * @throws InputError when one of them isn't three numbers
 */
export function compareVersions(left: string, right: string): number {
  const [one, other] = [partsOf(left), partsOf(right)];
  const at = one.findIndex((part, index) => part !== other[index]);
  return at === -1 ? 0 : one[at] - other[at];
}
