import { useState } from 'react';
import { TextField } from '@backstage/ui';
import type { ListQuestion, QuestionProps } from './Question';
import { toWords } from './toWords';

/** Several words in one field; the comma that was just typed stays. */
export function ListQuestionField({
  question: { label, help },
  value,
  onAnswer,
  isInvalid,
  notesId,
}: QuestionProps<ListQuestion>) {
  const words = Array.isArray(value) ? value.map(String) : [];
  const [typed, setTyped] = useState(words.join(', '));
  const isTyped = toWords(typed).join() === words.join();
  return (
    <TextField
      label={label}
      description={help}
      secondaryLabel="separated by commas"
      value={isTyped ? typed : words.join(', ')}
      onChange={text => {
        setTyped(text);
        onAnswer(toWords(text));
      }}
      isInvalid={isInvalid}
      validationBehavior="aria"
      aria-describedby={notesId}
      autoComplete="off"
      spellCheck="false"
    />
  );
}
