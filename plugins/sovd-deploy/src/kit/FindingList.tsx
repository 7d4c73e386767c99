import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { FindingItem } from './FindingItem';
import styles from './kit.module.css';

const loudness: readonly Finding['severity'][] = ['blocker', 'warning', 'info'];

/** All findings, what stops the work first. */
export function FindingList({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null;
  const sorted = [...findings].sort(
    (one, other) =>
      loudness.indexOf(one.severity) - loudness.indexOf(other.severity),
  );
  return (
    <ul className={styles.findings} aria-label="Findings">
      {sorted.map(finding => (
        <FindingItem
          key={`${finding.rule} ${finding.headline}`}
          finding={finding}
        />
      ))}
    </ul>
  );
}
