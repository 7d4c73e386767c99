import { BgProvider, Text } from '@backstage/ui';
import type { NextStep } from '@sovd/plugin-sovd-deploy-common';
import { PartState } from '../kit/PartState';
import { valueOf } from '../kit/ShownPart';
import type { Application } from './Application';
import { askAgain } from './askPortal';
import { EstimateCard } from './EstimateCard';
import { giveAnswers } from './fillInAnswers';
import { FindingsCard } from './FindingsCard';
import type { FormAnswers } from './FormAnswers';
import { judgeForm } from './judgeForm';
import { mergeAnswers } from './mergeAnswers';
import { QuestionGroupFields } from './QuestionGroupFields';
import { steps } from './steps';
import type { StepName } from './steps';
import type { TargetsProps } from './TargetQuestionField';
import { toFormFindings } from './toFormFindings';
import type { PortalFindings } from './usePortalFindings';
import styles from './wizard.module.css';

export interface EnvironmentStepProps extends TargetsProps {
  step: StepName;
  application: Application;
  answers: FormAnswers;
  onAnswers: (answers: FormAnswers) => void;
  /** What the portal says; left out where nobody asks it. */
  portal?: PortalFindings;
}

/** The questions of one step on the left; on the right what all answers cost and where they collide. */
export function EnvironmentStep({
  step,
  application,
  answers,
  onAnswers,
  part,
  onRetry,
  portal,
}: EnvironmentStepProps) {
  const { title, help, groups } = steps[step];
  const targets = valueOf(part) ?? [];
  const merged = mergeAnswers(application, answers);
  const judged = judgeForm(application, answers, targets);
  const judgement = {
    ...judged,
    findings: [...judged.findings, ...(portal?.findings ?? [])],
  };
  const give = (patch: NextStep['set'] | Record<string, unknown> = {}) =>
    onAnswers(giveAnswers(answers, patch, targets));
  return (
    // The form stands on Material paper, which BUI knows nothing of: white on white without this.
    <BgProvider bg="neutral-1">
      <div className={styles.form}>
        <div className={styles.groups}>
          <header>
            <Text as="h2" variant="title-x-small" weight="bold">
              {title}
            </Text>
            <p className={styles.stepHelp}>{help}</p>
          </header>
          {step !== 'placement' && part.state !== 'value' && (
            <PartState part={part} title="targets" onRetry={onRetry} />
          )}
          {groups.map(group => (
            <QuestionGroupFields
              key={group.title}
              group={group}
              merged={merged}
              judgement={judgement}
              targets={{ part, onRetry }}
              onAnswer={(field, value) => give({ [field]: value })}
            />
          ))}
        </div>
        {part.state === 'value' && (
          <aside className={styles.aside} aria-label="Price and findings">
            <EstimateCard estimate={judgement.estimate} />
            <FindingsCard
              findings={toFormFindings(judgement.findings, step)}
              portal={portal?.state}
              onRemedy={remedy =>
                remedy === askAgain ? portal?.askAgain() : give(remedy.set)
              }
            />
          </aside>
        )}
      </div>
    </BgProvider>
  );
}
