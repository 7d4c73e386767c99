import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { severityLook } from '../kit/intent';
import { StatusLabel } from '../kit/StatusLabel';
import { noteOf } from './noteOf';
import styles from './wizard.module.css';

interface FieldNotesProps {
  id: string;
  findings: readonly Finding[];
}

/** What the findings say, right under the answer that they are about. */
export function FieldNotes({ id, findings }: FieldNotesProps) {
  if (findings.length === 0) return null;
  return (
    <div id={id} className={styles.notes}>
      {findings.map(finding => (
        <StatusLabel
          key={`${finding.rule} ${finding.headline}`}
          look={severityLook[finding.severity]}
        >
          {noteOf(finding)}
        </StatusLabel>
      ))}
    </div>
  );
}
