import { TextField } from '@backstage/ui';
import type { QuestionProps, TextQuestion } from './Question';

/** A word or a name. */
export function TextQuestionField({
  question: { label, help, isRequired },
  value,
  onAnswer,
  isInvalid,
  notesId,
}: QuestionProps<TextQuestion>) {
  return (
    <TextField
      label={label}
      description={help}
      value={typeof value === 'string' ? value : ''}
      // Emptied, one that has a default mustn't take it back before something else is typed.
      onChange={text => onAnswer(text === '' && !isRequired ? undefined : text)}
      isRequired={isRequired}
      isInvalid={isInvalid}
      // The native validation of an invalid field would block the form for ever.
      validationBehavior="aria"
      aria-describedby={notesId}
      autoComplete="off"
      spellCheck="false"
    />
  );
}
