import type { DriftedFile, FilePolicy } from '@sovd/plugin-sovd-deploy-common';
import { driftLook } from '../kit/intent';
import kit from '../kit/kit.module.css';
import { StatusLabel } from '../kit/StatusLabel';
import { driftSentence } from './driftSentence';
import styles from './stamps.module.css';

/** What an upgrade does with a file of each policy. */
const upgradeOf: Record<FilePolicy, string> = {
  managed: 'managed: an upgrade is merged with your change',
  generated: 'generated: an upgrade writes it anew; expect a conflict',
  seeded: "seeded: it is the team's own",
  removed: 'removed: the template no longer has it',
};

/** Files that aren't as the template wrote them: folded, and never longer than the card. */
export function DriftList({ files }: { files: DriftedFile[] }) {
  if (files.length === 0) {
    return <p className={styles.hint}>{driftSentence(files)}</p>;
  }
  return (
    <details className={styles.drift}>
      <summary>{driftSentence(files)}</summary>
      <p className={styles.hint}>
        Nothing is overwritten unseen: where an upgrade changes the same lines,
        its pull request shows a conflict for people to decide.
      </p>
      <div
        className={styles.files}
        role="region"
        aria-label="Files that were edited or are missing"
        // a keyboard scrolls it
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <ul>
          {files.map(({ path, policy, state }) => (
            <li key={path}>
              <span className={kit.mono}>{path}</span>
              <StatusLabel look={driftLook[state]} />
              <span className={styles.hint}>{upgradeOf[policy]}</span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
