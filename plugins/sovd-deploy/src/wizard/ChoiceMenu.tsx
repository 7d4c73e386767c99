import { Select } from '@backstage/ui';
import { offReasonOf } from './offReasonOf';
import type { ChoiceQuestion, QuestionProps } from './Question';
import styles from './wizard.module.css';

/** One of several in a menu; what isn't offered is off, and below stands why. */
export function ChoiceMenu({
  question: { field, label, help, options },
  value,
  onAnswer,
  target,
  isInvalid,
  isOff = false,
  notesId,
}: QuestionProps<ChoiceQuestion>) {
  const isListed = options.some(option => option.value === value);
  const listed =
    typeof value === 'string' && !isListed
      ? [...options, { value, label: value }]
      : options;
  const shown = listed.map(option => ({
    ...option,
    // whoever may choose nothing needn't know what else isn't offered
    reason: isOff ? undefined : offReasonOf(field, option.value, target),
  }));
  return (
    <div>
      <Select
        label={label}
        description={help}
        options={shown.map(option => ({
          id: option.value,
          label: option.label,
          disabled: option.reason !== undefined,
        }))}
        value={typeof value === 'string' ? value : null}
        onChange={key => {
          if (typeof key === 'string') onAnswer(key);
        }}
        isInvalid={isInvalid}
        isDisabled={isOff}
        validationBehavior="aria"
        aria-describedby={notesId}
      />
      {shown
        .filter(({ reason }) => reason)
        .map(option => (
          <p key={option.value} className={styles.off}>
            {option.label}: {option.reason}
          </p>
        ))}
    </div>
  );
}
