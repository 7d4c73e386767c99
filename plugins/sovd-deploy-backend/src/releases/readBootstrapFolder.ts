import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { BootstrapObject, bootstrapKinds, kindOf } from './bootstrapKinds';
import { checkBootstrapObject } from './checkBootstrapObject';

/**
 * All objects of one environment's bootstrap folder, in the order in which they are applied.
 *
 * @throws InputError when the folder or a file of it may not be applied
 */
export async function readBootstrapFolder(
  sourceFolder: string,
  environment: string,
  namespace: string,
): Promise<BootstrapObject[]> {
  const relative = path.posix.join('infrastructure/k8s/bootstrap', environment);
  const folder = path.join(sourceFolder, relative);
  const names = await readdir(folder).catch(() => []);
  const objects: BootstrapObject[] = [];
  for (const name of names.filter(entry => /\.ya?ml$/.test(entry)).sort()) {
    const file = path.posix.join(relative, name);
    const full = path.join(folder, name);
    // a link would let a repository read the portal's own files
    if (!(await lstat(full)).isFile()) {
      throw new InputError(`${file} must be a plain file`);
    }
    for (const document of parseAllDocuments(await readFile(full, 'utf8'))) {
      if (document.errors.length > 0) {
        throw new InputError(`${file}: ${document.errors[0].message}`);
      }
      const value: unknown = document.toJS({ maxAliasCount: 20 });
      if (value !== null) {
        objects.push(checkBootstrapObject(value, file, namespace));
      }
    }
  }
  if (objects.length === 0) {
    throw new InputError(
      `${relative} holds no object; render the environment's files and commit them`,
    );
  }
  const order = [...bootstrapKinds.keys()];
  return objects.sort(
    (a, b) => order.indexOf(kindOf(a)) - order.indexOf(kindOf(b)),
  );
}
