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
  isOff = false,
  notesId,
}: QuestionProps<ChoiceQuestion | CountQuestion>) {
  const answer = (key: string) =>
    onAnswer(options.find(option => String(option.value) === key)?.value);
  const shown = options.map(option => ({
    ...option,
    reason: isOff ? undefined : offReasonOf(field, option.value, target),
  }));
  return (
    <RadioGroup
      label={label}
      description={help}
      value={value === undefined ? '' : String(value)}
      onChange={answer}
      isInvalid={isInvalid}
      isDisabled={isOff}
      validationBehavior="aria"
      aria-describedby={notesId}
      orientation={
        shown.some(({ reason }) => reason) ? 'vertical' : 'horizontal'
      }
    >
      {shown.map(({ value: option, label: word, reason }) => (
        <Radio
          key={option}
          value={String(option)}
          isDisabled={reason !== undefined}
          className={styles.choice}
        >
          <span>
            {word}
            {reason && <span className={styles.off}> {reason}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
