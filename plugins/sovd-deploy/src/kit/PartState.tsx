import { Button, ButtonLink, Skeleton } from '@backstage/ui';
import { RiLockLine, RiSeedlingLine, RiWifiOffLine } from '@remixicon/react';
import { Age } from './Age';
import type { ShownPart } from './ShownPart';
import { StateMessage } from './StateMessage';
import styles from './kit.module.css';

interface PartStateProps {
  part: Exclude<ShownPart<never>, { state: 'value' }>;
  /** What is missing, as the heading of its card says. */
  title: string;
  onRetry?: () => void;
}

/** Why there is no value. Four kinds of nothing have four looks. */
export function PartState({ part, title, onRetry }: PartStateProps) {
  switch (part.state) {
    case 'loading':
      return <LoadingLines label={`Loading ${title}`} />;
    case 'error':
      return (
        <StateMessage
          icon={RiWifiOffLine}
          headline={`${part.source} can't be reached`}
          cause={
            <>
              {part.reason} Tried <Age at={part.observedAt} />.
            </>
          }
          action={
            onRetry && (
              <Button variant="secondary" onPress={onRetry}>
                Try again
              </Button>
            )
          }
        />
      );
    case 'forbidden':
      return (
        <StateMessage
          icon={RiLockLine}
          headline="You may not see this"
          cause={`You need the permission ${part.permission}. ${part.askWhom} can give it.`}
        />
      );
    case 'absent':
      return (
        <StateMessage
          icon={RiSeedlingLine}
          headline={part.headline}
          cause={part.reason}
          action={part.nextStep && <Step {...part.nextStep} />}
        />
      );
    default:
      return part satisfies never;
  }
}

function Step({ label, href }: { label: string; href?: string }) {
  if (!href) return <strong>{label}</strong>;
  return (
    <ButtonLink href={href} variant="secondary">
      {label}
    </ButtonLink>
  );
}

function LoadingLines({ label }: { label: string }) {
  return (
    <div className={styles.loading} role="status" aria-label={label}>
      <Skeleton width="45%" height={18} />
      <Skeleton width="100%" height={12} />
      <Skeleton width="100%" height={12} />
      <Skeleton width="70%" height={12} />
    </div>
  );
}
