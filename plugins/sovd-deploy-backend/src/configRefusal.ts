import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Says which key of which target can't be, and why; the backend doesn't start with it. */
export function configRefusal(
  target: Config,
  key: string,
  why: string,
): InputError {
  return new InputError(`${key} of target ${target.getString('name')} ${why}`);
}
