import type { Target } from '@sovd/plugin-sovd-deploy-common';
import { Fact, Facts } from '../kit/Fact';

interface TargetPlaceProps {
  target: Target;
  /** Left out while name or environment isn't answered. */
  namespace?: string;
}

/** What the target decides, and nobody types. */
export function TargetPlace({ target, namespace }: TargetPlaceProps) {
  const { accountId, region, cluster, clusterMode } = target;
  return (
    <Facts>
      <Fact label="Account">{accountId}</Fact>
      <Fact label="Region">{region}</Fact>
      <Fact
        label="Cluster"
        hint={
          clusterMode === 'create'
            ? 'The stack has a cluster of its own.'
            : 'Shared; nobody pays for nodes of their own.'
        }
      >
        {cluster}
      </Fact>
      <Fact label="Namespace">{namespace ?? 'Follows from the names'}</Fact>
    </Facts>
  );
}
