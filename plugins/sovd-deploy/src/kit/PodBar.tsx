import type { Workload } from '@sovd/plugin-sovd-deploy-common';
import styles from './kit.module.css';

type Pod = 'old' | 'new' | 'notReady' | 'waiting';

/** More boxes than this say less than the sentence beside them. */
const MOST_BOXES = 20;

function podsOf(workload: Workload): Pod[] {
  const { readyOld, readyNew, notReady, desired } = workload;
  const waiting = Math.max(0, desired - readyOld - readyNew - notReady);
  return [
    ...Array<Pod>(readyNew).fill('new'),
    ...Array<Pod>(notReady).fill('notReady'),
    ...Array<Pod>(readyOld).fill('old'),
    ...Array<Pod>(waiting).fill('waiting'),
  ];
}

/** One box per pod: decoration, since the sentence beside it counts them. */
export function PodBar({ workload }: { workload: Workload }) {
  const pods = podsOf(workload);
  if (pods.length > MOST_BOXES) return null;
  return (
    <div className={styles.pods} aria-hidden>
      {pods.map((pod, index) => (
        <span
          key={index}
          className={styles.pod}
          data-pod={pod}
          data-intent={pod === 'notReady' ? 'negative' : 'positive'}
        />
      ))}
    </div>
  );
}
