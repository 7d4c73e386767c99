import type { KubernetesObject, V1ObjectMeta } from '@kubernetes/client-node';

// The parts of external-secrets.io/v1 that this controller reads; see the definitions of the release that is pinned.

export const externalSecretsGroup = 'external-secrets.io';
export const externalSecretsVersion = 'v1';

export interface RemoteReference {
  readonly key: string;
  readonly property?: string;
  readonly version?: string;
  readonly decodingStrategy?: string;
}

export interface SecretStoreReference {
  readonly name: string;
  readonly kind?: string;
}

export interface ExternalSecretTarget {
  readonly name?: string;
  readonly creationPolicy?: string;
  readonly immutable?: boolean;
  readonly manifest?: object;
  readonly template?: {
    readonly type?: string;
    readonly data?: object;
    readonly templateFrom?: readonly object[];
    readonly metadata?: Pick<V1ObjectMeta, 'labels' | 'annotations'>;
  };
}

export interface ExternalSecretSpec {
  readonly refreshInterval?: string;
  readonly refreshPolicy?: string;
  readonly secretStoreRef?: SecretStoreReference;
  readonly target?: ExternalSecretTarget;
  readonly data?: readonly {
    readonly secretKey: string;
    readonly remoteRef: RemoteReference;
    readonly sourceRef?: object;
  }[];
  readonly dataFrom?: readonly {
    readonly extract?: RemoteReference;
    readonly find?: object;
    readonly rewrite?: readonly object[];
    readonly sourceRef?: object;
  }[];
}

/** A condition of ExternalSecret or SecretStore, times in RFC 3339. */
export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly lastTransitionTime?: string;
}

export interface ExternalSecret extends KubernetesObject {
  readonly spec: ExternalSecretSpec;
  readonly status?: {
    readonly conditions?: readonly Condition[];
    readonly refreshTime?: string;
    readonly syncedResourceVersion?: string;
  };
}

export interface SecretStore extends KubernetesObject {
  readonly spec: {
    readonly provider?: {
      readonly aws?: {
        readonly service?: string;
        readonly region?: string;
        readonly auth?: {
          readonly jwt?: {
            readonly serviceAccountRef?: {
              readonly name: string;
              readonly namespace?: string;
            };
          };
        };
      };
    };
  };
  readonly status?: { readonly conditions?: readonly Condition[] };
}
