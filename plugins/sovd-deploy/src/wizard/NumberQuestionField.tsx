import { NumberField } from '@backstage/ui';
import type { NumberQuestion, QuestionProps } from './Question';

/** A whole number with two buttons; the answer follows each key. */
export function NumberQuestionField({
  question: { label, help, unit, least, most, step = 1 },
  value,
  onAnswer,
  isInvalid,
  isOff = false,
  notesId,
}: QuestionProps<NumberQuestion>) {
  const follow = (text: string) => {
    if (/^\d{1,6}$/.test(text)) onAnswer(Number(text));
  };
  return (
    // The field itself tells its value only when it is left.
    <div
      onInput={({ target }) =>
        target instanceof HTMLInputElement && follow(target.value)
      }
    >
      <NumberField
        label={label}
        description={help}
        secondaryLabel={unit}
        value={typeof value === 'number' ? value : NaN}
        onChange={count => {
          if (!Number.isNaN(count) && count !== value) onAnswer(count);
        }}
        minValue={least}
        maxValue={most}
        step={step}
        // What is out of bounds is said and stays, instead of becoming another number.
        commitBehavior="validate"
        isInvalid={isInvalid}
        isDisabled={isOff}
        validationBehavior="aria"
        aria-describedby={notesId}
      />
    </div>
  );
}
