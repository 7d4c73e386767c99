import type { Target } from '@sovd/plugin-sovd-deploy-common';
import type { ShownPart } from '../kit/ShownPart';
import { namespaceOf } from './helpOf';
import type { QuestionProps, TargetQuestion } from './Question';
import { TargetChoice } from './TargetChoice';
import { TargetPlace } from './TargetPlace';
import styles from './wizard.module.css';

/** The targets that there are, or why there are none. */
export interface TargetsProps {
  part: ShownPart<Target[]>;
  onRetry?: () => void;
}

interface TargetQuestionFieldProps
  extends QuestionProps<TargetQuestion>,
    TargetsProps {
  merged: Readonly<Record<string, unknown>>;
}

/** Where it runs, and what follows from that. */
export function TargetQuestionField({
  question: { label, help },
  value,
  onAnswer,
  target,
  part,
  onRetry,
  isInvalid,
  notesId,
  merged: { name, environment },
}: TargetQuestionFieldProps) {
  const namespace =
    typeof name === 'string' && typeof environment === 'string'
      ? namespaceOf(name, environment, target)
      : undefined;
  return (
    <>
      <TargetChoice
        part={part}
        label={label}
        description={help}
        value={typeof value === 'string' ? value : undefined}
        onChange={onAnswer}
        isRequired
        isInvalid={isInvalid}
        describedBy={notesId}
        onRetry={onRetry}
      />
      {target && (
        <div className={styles.place}>
          <TargetPlace target={target} namespace={namespace} />
        </div>
      )}
    </>
  );
}
