import { useId } from 'react';
import { RiAddLine } from '@remixicon/react';
import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';
import { ActionLink } from '../kit/ActionLink';
import { DisabledReason } from '../kit/DisabledReason';
import type { ShownPart } from '../kit/ShownPart';
import { toTemplateBarriers } from './toTemplateBarriers';
import styles from './stamps.module.css';

export interface AddEnvironmentProps {
  part: ShownPart<TemplateStatus>;
  /** The form; left out where the app has none. */
  href?: string;
}

/** Why no environment can be added; as long as that isn't known the form judges. */
function barrierOf(part: ShownPart<TemplateStatus>): string | undefined {
  if (part.state === 'absent') return `${part.headline}.`;
  return part.state === 'value'
    ? toTemplateBarriers(part.value).addEnvironment
    : undefined;
}

/** The board's way to one environment more. */
export function AddEnvironment({ part, href }: AddEnvironmentProps) {
  const id = useId();
  const barrier = barrierOf(part);
  return (
    <div className={styles.actions}>
      <div>
        <ActionLink
          href={barrier ? undefined : href}
          icon={<RiAddLine />}
          reasonId={id}
        >
          Add environment
        </ActionLink>
      </div>
      {barrier && <DisabledReason id={id} reason={barrier} />}
    </div>
  );
}
