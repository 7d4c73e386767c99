/** What kube-score would change and we don't, by the id of its check. Each says why. */
export const toleratedFaults: Readonly<Record<string, string>> = {
  'container-image-pull-policy':
    'pods run an image by its digest, so another one can never be meant; "Always" would keep them from starting while the registry is away',
  'container-security-context-user-group-id':
    '1001 and 101 are the users that the images were asked to have; any other user may read their files, and values can name one',
  'container-ephemeral-storage-request-and-limit':
    'the root is read-only and /tmp is an emptyDir with a limit of 64Mi, so there is nothing to bound',
  'pod-probes-identical':
    'nginx of the frontend has one answer: when it answers at all it can serve',
  'deployment-has-host-podantiaffinity':
    'topologySpreadConstraints over zones and hosts do it, and let pods run on fewer nodes than there are pods',
  'deployment-targeted-by-hpa-does-not-have-replicas-configured':
    'only a rendered first install says replicas; on a cluster the line is left to the autoscaler',
  'ingress-targets-service':
    'in a canary Argo Rollouts writes the weights, so the path names the port "use-annotation"',
};
