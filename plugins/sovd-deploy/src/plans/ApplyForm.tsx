import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { Button, TextAreaField, TextField } from '@backstage/ui';
import type { Plan } from '@sovd/plugin-sovd-deploy-common';
import { capitalized, listed } from '../kit/counted';
import { DisabledReason } from '../kit/DisabledReason';
import { lossesOf } from './lossesOf';
import { offReasonOf } from './offReasonOf';
import { environmentNameOf, planVerb } from './planWords';
import styles from './plans.module.css';

interface ApplyFormProps {
  plan: Plan;
  barrier?: string;
  isApplying?: boolean;
  onApply?: (reason: string) => void;
}

/** As many characters as the history keeps. */
const LONGEST_REASON = 500;

/** Reason, typed name where something is lost, and the button. */
export function ApplyForm({
  plan,
  barrier,
  isApplying,
  onApply,
}: ApplyFormProps) {
  const offId = useId();
  const [reason, setReason] = useState('');
  const [typedName, setTypedName] = useState('');
  const name = environmentNameOf(plan);
  const losses = lossesOf(plan);
  const off = offReasonOf({ plan, barrier, reason, typedName });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!off && !isApplying) onApply?.(reason.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextAreaField
        label="Why"
        isRequired
        // The native validation would block the form with words of its own.
        validationBehavior="aria"
        value={reason}
        onChange={setReason}
        maxLength={LONGEST_REASON}
        rows={2}
      />
      {losses.length > 0 && (
        <TextField
          label={`Type ${name}`}
          description={`${capitalized(listed(losses))}.`}
          value={typedName}
          onChange={setTypedName}
          autoComplete="off"
          validationBehavior="aria"
        />
      )}
      <Button
        type="submit"
        variant="primary"
        destructive={losses.length > 0}
        isDisabled={off !== undefined}
        isPending={isApplying}
        aria-describedby={off ? offId : undefined}
      >
        {`${planVerb[plan.request.kind]} ${name}`}
      </Button>
      {off && <DisabledReason id={offId} reason={off} />}
    </form>
  );
}
