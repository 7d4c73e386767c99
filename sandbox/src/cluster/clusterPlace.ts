/** Where an API server is, and whom it is trusted by. */
export interface ClusterPlace {
  readonly url: string;
  /** Certificate of its authority, in base64. */
  readonly caData: string;
}

/** What `kubectl config view --raw --minify --flatten` prints, as far as it matters. */
export interface MinifiedKubeconfig {
  readonly clusters?: readonly {
    readonly cluster: {
      readonly server: string;
      readonly 'certificate-authority-data'?: string;
    };
  }[];
}

/** @throws Error when the kubeconfig doesn't say how the cluster proves who it is */
export function clusterPlace(
  context: string,
  { clusters }: MinifiedKubeconfig,
): ClusterPlace {
  const cluster = clusters?.[0]?.cluster;
  if (!cluster) {
    throw new Error(
      `The kubeconfig has no context "${context}": see "kubectl config get-contexts"`,
    );
  }
  const caData = cluster['certificate-authority-data'];
  if (!caData) {
    throw new Error(
      `The cluster of the context "${context}" has no certificate authority in the kubeconfig, ` +
        'so nobody could tell it from another one: add certificate-authority-data to it',
    );
  }
  return { url: cluster.server, caData };
}
