import { useId } from 'react';
import { Switch } from '@backstage/ui';
import { offReasonOf } from './offReasonOf';
import type { QuestionProps, SwitchQuestion } from './Question';
import styles from './wizard.module.css';

/** Yes or no; what the target hasn't got can't be switched on, and below stands why. */
export function SwitchQuestionField({
  question: { field, label, help },
  value,
  onAnswer,
  target,
  notesId,
}: QuestionProps<SwitchQuestion>) {
  const helpId = useId();
  const isOn = value === true;
  const reason = offReasonOf(field, true, target);
  const told = [help, reason].filter(Boolean).join(' ');
  return (
    <div className={styles.switch}>
      <Switch
        label={label}
        isSelected={isOn}
        onChange={onAnswer}
        isDisabled={reason !== undefined && !isOn}
        aria-describedby={
          [told && helpId, notesId].filter(Boolean).join(' ') || undefined
        }
      />
      {told && (
        <p id={helpId} className={styles.off}>
          {told}
        </p>
      )}
    </div>
  );
}
