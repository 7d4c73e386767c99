/** The minor versions of Kubernetes that the product is meant for. */
const OLDEST = 33;
const NEWEST = 36;

/** What was seen of a person's cluster. */
export interface ClusterFacts {
  /** Such as `v1.36.3-eks-1a2b3c`. */
  readonly version: string;
  /** Kinds that are served, as `<plural>.<group>/<version>`. */
  readonly kinds: readonly string[];
  /** What the context's user may not do, in words. */
  readonly refused: readonly string[];
  /** Where images of applications are, so that the cluster can pull them. */
  readonly imageRepositoryPattern?: string;
}

export const neededKinds = [
  'externalsecrets.external-secrets.io/v1',
  'secretstores.external-secrets.io/v1',
];

/** Everything that stands in the way, each with its remedy; empty when nothing does. */
export function judgeCluster({
  imageRepositoryPattern,
  kinds,
  refused,
  version,
}: ClusterFacts): string[] {
  const missing: string[] = [];
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  const fits = Number(minor) >= OLDEST && Number(minor) <= NEWEST;
  if (major !== '1' || !fits) {
    missing.push(
      `Kubernetes 1.${OLDEST} to 1.${NEWEST}: this is ${version}; choose another context`,
    );
  }
  const absent = neededKinds.filter(kind => !kinds.includes(kind));
  if (absent.length > 0) {
    missing.push(
      `External Secrets (${absent.join(
        ', ',
      )}): install its chart, which releases wait for`,
    );
  }
  for (const what of refused) {
    missing.push(`The right to ${what}: ask whoever runs the cluster`);
  }
  if (!imageRepositoryPattern) {
    missing.push(
      'An image registry that the cluster reaches: set SOVD_IMAGE_REPOSITORY_PATTERN, such as registry.example.com/{owner}/{name}-{component}',
    );
  }
  return missing;
}
