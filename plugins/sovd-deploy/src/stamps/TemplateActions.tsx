import { useId } from 'react';
import { RiAddLine, RiArrowUpLine } from '@remixicon/react';
import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';
import { ActionLink } from '../kit/ActionLink';
import { DisabledReason } from '../kit/DisabledReason';
import { toTemplateBarriers } from './toTemplateBarriers';
import type { TemplateForms } from './useTemplateForms';
import styles from './stamps.module.css';

interface TemplateActionsProps {
  status: TemplateStatus;
  forms: TemplateForms;
}

/** Each opens a form, whose pull request people merge; none acts by itself. */
export function TemplateActions({ status, forms }: TemplateActionsProps) {
  const id = useId();
  const { upgrade, addEnvironment } = toTemplateBarriers(status);
  const reasons = [...new Set([upgrade, addEnvironment])].filter(
    reason => reason !== undefined,
  );
  const idOf = (reason: string | undefined) =>
    reason && `${id}${reasons.indexOf(reason)}`;
  return (
    <div className={styles.actions}>
      <div
        className={styles.buttons}
        role="group"
        aria-label="Actions of the template"
      >
        <ActionLink
          href={upgrade ? undefined : forms.upgrade}
          icon={<RiArrowUpLine />}
          reasonId={idOf(upgrade)}
        >
          Upgrade template
        </ActionLink>
        <ActionLink
          href={addEnvironment ? undefined : forms.addEnvironment}
          icon={<RiAddLine />}
          reasonId={idOf(addEnvironment)}
        >
          Add environment
        </ActionLink>
      </div>
      {reasons.map(reason => (
        <DisabledReason key={reason} id={idOf(reason)} reason={reason} />
      ))}
    </div>
  );
}
