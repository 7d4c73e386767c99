import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';
import { BootstrapObject, bootstrapKinds, kindOf } from './bootstrapKinds';

const name = z.string().regex(/^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/);

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name, namespace: name.optional() }),
  spec: z
    .looseObject({
      target: z.looseObject({ name: name.optional() }).optional(),
    })
    .optional(),
});

/**
 * Refuses what a repository may not apply: another kind, or anything outside the
 * environment's own namespace. The deployer's rights reach further than one repository may.
 *
 * @param file - path within the repository, for the message
 * @throws InputError naming file and object
 */
export function checkBootstrapObject(
  value: unknown,
  file: string,
  namespace: string,
): BootstrapObject {
  const parsed = objectSchema.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      `${file}: every document must be a Kubernetes object with apiVersion, kind and metadata.name`,
    );
  }
  const object = parsed.data;
  const label = `${file}: ${object.kind} ${object.metadata.name}`;
  if (!bootstrapKinds.has(kindOf(object))) {
    const kinds = [...bootstrapKinds.keys()].join(', ');
    throw new InputError(
      `${label} of ${object.apiVersion} isn't allowed here; a bootstrap folder may hold ${kinds}`,
    );
  }
  if (object.kind === 'Namespace') {
    if (object.metadata.name !== namespace || object.metadata.namespace) {
      throw new InputError(
        `${label} isn't this environment's namespace, which is ${namespace}`,
      );
    }
  } else if (object.metadata.namespace !== namespace) {
    throw new InputError(
      `${label} is in namespace ${
        object.metadata.namespace ?? '(none)'
      }; write metadata.namespace: ${namespace}`,
    );
  }
  return object;
}
