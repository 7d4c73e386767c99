import { parseEntityRef } from '@backstage/catalog-model';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';

function handleOf(owner: string, organisation: string): string {
  const { kind, name } = parseEntityRef(owner, {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
  return kind.toLocaleLowerCase('en-US') === 'user'
    ? `@${name}`
    : `@${organisation}/${name}`;
}

/**
 * `CODEOWNERS`: the owners in the catalog review what changes. A group is the team of the
 * same name in the repository's organisation, a user the account of the same name.
 */
export function toCodeOwners(
  environments: readonly Answers[],
  repositoryUrl: string,
): GeneratedFile {
  const [, organisation] = new URL(repositoryUrl).pathname.split('/');
  const handles = new Set(
    environments.map(({ owner }) => handleOf(owner, organisation)),
  );
  const content = [
    '# Who is asked to review a change. Made from the owner in the catalog.',
    ['*', ...[...handles].sort()].join(' '),
    '',
  ].join('\n');
  return { path: 'CODEOWNERS', content };
}
