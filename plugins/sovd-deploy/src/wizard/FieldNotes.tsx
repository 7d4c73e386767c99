import { severityLook } from '../kit/intent';
import { StatusLabel } from '../kit/StatusLabel';
import { noteOf } from './noteOf';
import { labelOf } from './steps';
import type { FieldNote } from './toFormFindings';
import styles from './wizard.module.css';

interface FieldNotesProps {
  id: string;
  notes: readonly FieldNote[];
}

/** What the findings say, right under the answer that they are about. */
export function FieldNotes({ id, notes }: FieldNotesProps) {
  if (notes.length === 0) return null;
  return (
    <div id={id} className={styles.notes}>
      {notes.map(({ finding, see }) => (
        <StatusLabel
          key={`${finding.rule} ${finding.headline}`}
          look={severityLook[finding.severity]}
        >
          {see ? `Together with: ${labelOf(see)}` : noteOf(finding)}
        </StatusLabel>
      ))}
    </div>
  );
}
