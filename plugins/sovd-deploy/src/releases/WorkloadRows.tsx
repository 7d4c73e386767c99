import type { Workload } from '@sovd/plugin-sovd-deploy-common';
import { PodBar } from '../kit/PodBar';
import { podsSentence } from './pods';
import styles from './releases.module.css';

/** The part of `repository:tag@sha256:…` that tells two images apart. */
function digestOf(image: string): string {
  const digest = /@(sha256:[0-9a-f]{10})/.exec(image)?.[1];
  return digest ? `${digest}…` : image;
}

/** A plain table: a few rows need no grid widget, and a phone reads it as blocks. */
export function WorkloadRows({ workloads }: { workloads: Workload[] }) {
  return (
    <table className={styles.workloads}>
      <caption className={styles.caption}>Workloads</caption>
      <thead>
        <tr>
          <th scope="col">Workload</th>
          <th scope="col">Pods</th>
          <th scope="col" className={styles.number}>
            Ready
          </th>
          <th scope="col" className={styles.number}>
            Updated
          </th>
          <th scope="col">Image</th>
        </tr>
      </thead>
      <tbody>
        {workloads.map(workload => (
          <tr key={workload.name}>
            <th scope="row">
              {workload.component}
              <span className={styles.kind}>{workload.kind}</span>
            </th>
            <td>
              <PodBar workload={workload} />
              <span className={styles.pods}>{podsSentence(workload)}</span>
            </td>
            <td className={styles.number} data-label="Ready">
              {workload.readyOld + workload.readyNew} / {workload.desired}
            </td>
            <td className={styles.number} data-label="Updated">
              {workload.readyNew + workload.notReady} / {workload.desired}
            </td>
            <td className={styles.image} title={workload.image}>
              {workload.version}
              <span className={styles.digest}>{digestOf(workload.image)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
