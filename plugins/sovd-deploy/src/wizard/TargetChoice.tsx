import { Radio, RadioGroup } from '@backstage/ui';
import type { Target } from '@sovd/plugin-sovd-deploy-common';
import { PartState } from '../kit/PartState';
import type { ShownPart } from '../kit/ShownPart';
import styles from './wizard.module.css';

export interface TargetChoiceProps {
  part: ShownPart<Target[]>;
  label: string;
  description?: string;
  /** Name of the chosen target. */
  value?: string;
  onChange: (name: string) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  isInvalid?: boolean;
  /** Id of the text that says what is wrong. */
  describedBy?: string;
  onRetry?: () => void;
}

/** One radio button per target, with what a person should know before choosing it. */
export function TargetChoice({
  part,
  label,
  description,
  value,
  onChange,
  isRequired,
  isDisabled,
  isInvalid,
  describedBy,
  onRetry,
}: TargetChoiceProps) {
  if (part.state !== 'value') {
    return (
      <div role="group" aria-label={label}>
        <p className={styles.label}>{label}</p>
        <PartState part={part} title="targets" onRetry={onRetry} />
      </div>
    );
  }
  return (
    <RadioGroup
      label={label}
      description={description}
      value={value ?? ''}
      onChange={onChange}
      isRequired={isRequired}
      isDisabled={isDisabled}
      isInvalid={isInvalid}
      aria-describedby={describedBy}
      // The native validation of an invalid field would block the form for ever.
      validationBehavior="aria"
    >
      {part.value.map(target => (
        <Radio key={target.name} value={target.name} className={styles.option}>
          <TargetLabel target={target} />
        </Radio>
      ))}
    </RadioGroup>
  );
}

function TargetLabel({ target }: { target: Target }) {
  const { title, region, accountId, remark } = target;
  return (
    <span className={styles.target}>
      <strong>{title}</strong>
      <span className={styles.where}>
        {region}, account {accountId}
      </span>
      {remark && <span className={styles.remark}>{remark}</span>}
    </span>
  );
}
