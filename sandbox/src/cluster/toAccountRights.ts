import { parseAllDocuments } from 'yaml';

/** Namespace of the portal's identities in a person's cluster. */
export const accountNamespace = 'sovd-portal';

interface Binding {
  kind: string;
  metadata: { name: string };
  subjects?: { kind: string; name: string }[];
}

/**
 * The same rights for service accounts: a cluster that isn't ours knows no users of ours.
 *
 * @param text - manifests that give rights to users
 */
export function toAccountRights(text: string): object[] {
  return parseAllDocuments(text).map(document => {
    const object = document.toJS() as Binding;
    if (object.kind !== 'ClusterRoleBinding') return object;
    return {
      ...object,
      // beside the one of the users, which another sandbox may have there
      metadata: { name: `${object.metadata.name}-account` },
      subjects: object.subjects?.map(({ name }) => ({
        kind: 'ServiceAccount',
        namespace: accountNamespace,
        name,
      })),
    };
  });
}
