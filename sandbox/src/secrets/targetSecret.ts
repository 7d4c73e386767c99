import type { V1OwnerReference, V1Secret } from '@kubernetes/client-node';

import {
  type ExternalSecret,
  externalSecretsGroup,
  externalSecretsVersion,
} from './ExternalSecret.ts';
import { SyncError } from './SyncError.ts';

/** Marks Secrets that a controller of External Secrets keeps. */
export const managedLabel = 'reconcile.external-secrets.io/managed';

export function targetName({ metadata, spec }: ExternalSecret): string {
  return spec.target?.name ?? metadata?.name ?? '';
}

function ownerOf({ metadata }: ExternalSecret): V1OwnerReference {
  return {
    apiVersion: `${externalSecretsGroup}/${externalSecretsVersion}`,
    kind: 'ExternalSecret',
    name: metadata?.name ?? '',
    uid: metadata?.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** @throws SyncError when the target asks for what only the real operator does */
export function refuseUnoffered({ spec }: ExternalSecret): void {
  const { template, manifest } = spec.target ?? {};
  if (template?.data || template?.templateFrom) {
    throw new SyncError(
      'spec.target.template.data is not offered by the sandbox: only type and metadata are',
    );
  }
  if (manifest) {
    throw new SyncError('spec.target.manifest is not offered by the sandbox');
  }
}

/** Somebody else's Secret is never taken over. */
export function refuseForeign(
  external: ExternalSecret,
  existing: V1Secret,
): void {
  const owner = existing.metadata?.ownerReferences?.find(
    reference => reference.controller,
  );
  if (owner && owner.uid !== external.metadata?.uid) {
    throw new SyncError(
      `target is owned by ${owner.kind} ${owner.name}: secret ${existing.metadata?.name}`,
    );
  }
}

/** The Secret as it is applied, server-side. */
export function targetSecret(
  external: ExternalSecret,
  data: Record<string, string>,
): V1Secret {
  const {
    template,
    creationPolicy = 'Owner',
    immutable,
  } = external.spec.target ?? {};
  const { labels, annotations } = template?.metadata ?? {};
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: targetName(external),
      namespace: external.metadata?.namespace,
      labels: { ...labels, [managedLabel]: 'true' },
      ...(annotations && { annotations }),
      ...(creationPolicy === 'Owner' && {
        ownerReferences: [ownerOf(external)],
      }),
    },
    type: template?.type ?? 'Opaque',
    ...(immutable && { immutable }),
    data: Object.fromEntries(
      Object.entries(data).map(([key, value]) => [
        key,
        Buffer.from(value, 'utf8').toString('base64'),
      ]),
    ),
  };
}
