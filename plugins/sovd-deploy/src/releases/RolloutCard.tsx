import { Link } from '@backstage/ui';
import type { Rollout } from '@sovd/plugin-sovd-deploy-common';
import { rolloutLook } from '../kit/intent';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import { StatusLabel } from '../kit/StatusLabel';
import { readyPodsOf } from './pods';
import { WorkloadRows } from './WorkloadRows';
import styles from './releases.module.css';

interface RolloutCardProps {
  part: ShownPart<Rollout>;
  /** Where all Kubernetes objects are shown, when the entity has such a page. */
  kubernetesHref?: string;
  onRetry?: () => void;
}

/** The release on its way onto the environment, pod by pod. */
export function RolloutCard({
  part,
  kubernetesHref,
  onRetry,
}: RolloutCardProps) {
  return (
    <PartCard
      title="Rollout"
      part={part}
      onRetry={onRetry}
      aside={({ phase }) => <StatusLabel look={rolloutLook[phase]} />}
    >
      {({ version, revision, workloads }) => (
        <div className={styles.rollout}>
          <div>
            <p className={styles.versions}>
              <strong>{version}</strong>
              <span className={styles.revision}>revision {revision}</span>
            </p>
            <p className={styles.summary}>{readyPodsOf(workloads)}</p>
          </div>
          <WorkloadRows workloads={workloads} />
          {kubernetesHref && (
            <Link href={kubernetesHref}>All objects, events and logs</Link>
          )}
        </div>
      )}
    </PartCard>
  );
}
