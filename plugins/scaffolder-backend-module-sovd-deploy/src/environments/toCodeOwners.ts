import { parseEntityRef } from '@backstage/catalog-model';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';

/**
 * `CODEOWNERS`: the owner in the catalog reviews what changes. A group is the team of the
 * same name in the repository's organisation, a user the account of the same name.
 */
export function toCodeOwners(
  { owner }: Answers,
  repositoryUrl: string,
): GeneratedFile {
  const { kind, name } = parseEntityRef(owner, {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
  const [, organisation] = new URL(repositoryUrl).pathname.split('/');
  const handle =
    kind.toLocaleLowerCase('en-US') === 'user'
      ? `@${name}`
      : `@${organisation}/${name}`;
  const content = [
    '# Who is asked to review a change. Made from the owner in the catalog.',
    `* ${handle}`,
    '',
  ].join('\n');
  return { path: 'CODEOWNERS', content };
}
