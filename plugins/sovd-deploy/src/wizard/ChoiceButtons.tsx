import { Radio, RadioGroup } from '@backstage/ui';
import { offReasonOf } from './offReasonOf';
import type { ChoiceQuestion, CountQuestion, QuestionProps } from './Question';
import styles from './wizard.module.css';

/** One of a few; an option that isn't offered says why. */
export function ChoiceButtons({
  question: { field, label, help, options },
  value,
  onAnswer,
  target,
  isInvalid,
  notesId,
}: QuestionProps<ChoiceQuestion | CountQuestion>) {
  const answer = (key: string) =>
    onAnswer(options.find(option => String(option.value) === key)?.value);
  return (
    <RadioGroup
      label={label}
      description={help}
      value={value === undefined ? '' : String(value)}
      onChange={answer}
      isInvalid={isInvalid}
      validationBehavior="aria"
      aria-describedby={notesId}
      orientation="horizontal"
    >
      {options.map(option => {
        const reason = offReasonOf(field, option.value, target);
        return (
          <Radio
            key={option.value}
            value={String(option.value)}
            isDisabled={reason !== undefined}
            className={styles.choice}
          >
            <span>
              {option.label}
              {reason && <span className={styles.off}> {reason}</span>}
            </span>
          </Radio>
        );
      })}
    </RadioGroup>
  );
}
