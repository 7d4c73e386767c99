import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod/v4';
import { helmYaml } from './helmYaml';
import type { RenderedObject } from './RenderedObject';

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
    annotations: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/**
 * The objects of a manifest as Helm prints it. Tests are left out: no upgrade runs them.
 *
 * @throws InputError when a document is no Kubernetes object
 */
export function parseManifest(text: string): RenderedObject[] {
  const documents = parseAllDocuments(text, helmYaml);
  return documents.flatMap(document => {
    const [error] = document.errors;
    if (error) {
      throw new InputError(`A rendered object isn't YAML: ${error.message}`);
    }
    // through JSON, as it goes to Kubernetes
    const value: unknown = JSON.parse(JSON.stringify(document.toJS()));
    if (value === null) return [];
    const parsed = objectSchema.safeParse(value);
    if (!parsed.success) {
      throw new InputError(
        'A rendered document is no Kubernetes object with apiVersion, kind and metadata.name',
      );
    }
    const hook = parsed.data.metadata.annotations?.['helm.sh/hook'];
    return isTest(hook) ? [] : [value as RenderedObject];
  });
}

function isTest(hook: unknown): boolean {
  return typeof hook === 'string' && /^test(?:-success|-failure)?$/.test(hook);
}
