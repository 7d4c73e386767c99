import { TextField } from '@backstage/ui';
import type { QuestionProps, ResourcesQuestion } from './Question';
import { quantityAt, withQuantity } from './quantities';
import type { QuantityPath } from './quantities';
import styles from './wizard.module.css';

const quantities: { path: QuantityPath; label: string }[] = [
  { path: ['requests', 'cpu'], label: 'Processor, asked for' },
  { path: ['limits', 'cpu'], label: 'Processor, at most' },
  { path: ['requests', 'memory'], label: 'Memory, asked for' },
  { path: ['limits', 'memory'], label: 'Memory, at most' },
];

/** What a pod asks for, and what it may take at most. */
export function ResourcesQuestionField({
  question: { label, help },
  value,
  onAnswer,
  isInvalid,
  notesId,
}: QuestionProps<ResourcesQuestion>) {
  return (
    <fieldset className={styles.resources}>
      <legend>{label}</legend>
      {help && <p className={styles.off}>{help}</p>}
      <div className={styles.questions}>
        {quantities.map(quantity => (
          <TextField
            key={quantity.label}
            label={quantity.label}
            value={quantityAt(value, quantity.path)}
            onChange={text =>
              onAnswer(withQuantity(value, quantity.path, text))
            }
            isInvalid={isInvalid}
            validationBehavior="aria"
            aria-describedby={notesId}
            autoComplete="off"
            spellCheck="false"
          />
        ))}
      </div>
    </fieldset>
  );
}
