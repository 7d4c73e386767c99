import { useId } from 'react';
import { FieldNotes } from './FieldNotes';
import type { FormAnswers } from './FormAnswers';
import { helpOf } from './helpOf';
import { isAsked } from './isAsked';
import { questionOffReasonOf } from './offReasonOf';
import { withOptions } from './withOptions';
import type { Judgement } from './judgeForm';
import type { AnswerName, Question, QuestionGroup } from './Question';
import { QuestionField } from './QuestionField';
import { TargetQuestionField } from './TargetQuestionField';
import type { TargetsProps } from './TargetQuestionField';
import { toFieldNotes } from './toFormFindings';
import styles from './wizard.module.css';

interface QuestionGroupFieldsProps {
  group: QuestionGroup;
  /** First step's answers and these, as one. */
  merged: Readonly<Record<string, unknown>>;
  judgement: Judgement;
  targets: TargetsProps;
  onAnswer: (field: AnswerName, value: unknown) => void;
}

/** A heading and its questions: two columns where there is room. */
export function QuestionGroupFields({
  group: { title, questions },
  merged,
  judgement,
  targets,
  onAnswer,
}: QuestionGroupFieldsProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.groupTitle}>
        {title}
      </h3>
      <div className={styles.questions}>
        {questions
          .filter(question => isAsked(question, merged))
          .map(question => (
            <QuestionCell
              key={question.field}
              question={question}
              merged={merged}
              judgement={judgement}
              targets={targets}
              onAnswer={value => onAnswer(question.field, value)}
            />
          ))}
      </div>
    </section>
  );
}

interface QuestionCellProps
  extends Pick<QuestionGroupFieldsProps, 'judgement' | 'targets'> {
  question: Question;
  merged: FormAnswers;
  onAnswer: (value: unknown) => void;
}

/** One question with what the findings say about its answer. */
function QuestionCell({
  question,
  merged,
  judgement: { findings, target },
  targets,
  onAnswer,
}: QuestionCellProps) {
  const id = useId();
  const notes = toFieldNotes(findings, question.field);
  const offReason = questionOffReasonOf(question.field, target);
  const help = offReason ?? helpOf(question, merged, target);
  const props = {
    value: merged[question.field],
    onAnswer,
    target,
    isOff: offReason !== undefined,
    isInvalid: notes.some(
      ({ finding, see }) => finding.severity === 'blocker' && !see,
    ),
    notesId: notes.length > 0 ? id : undefined,
  };
  const isWide = question.kind === 'target' || question.kind === 'resources';
  return (
    <div className={isWide ? styles.wide : undefined}>
      {question.kind === 'target' ? (
        <TargetQuestionField
          {...props}
          {...targets}
          question={{ ...question, help }}
          merged={merged}
        />
      ) : (
        <QuestionField
          {...props}
          question={withOptions({ ...question, help }, target)}
        />
      )}
      <FieldNotes id={id} notes={notes} />
    </div>
  );
}
