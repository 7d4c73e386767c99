import type { ReactNode } from 'react';
import { ButtonLink } from '@backstage/ui';
import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import { healthLook } from '../kit/intent';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import { StatusLabel } from '../kit/StatusLabel';
import { EnvironmentFacts } from './EnvironmentFacts';
import styles from './overview.module.css';

interface EnvironmentCardProps {
  part: ShownPart<EnvironmentOverview>;
  /** Which one it is, where several stand side by side. */
  title?: string;
  /** The environment's own page. */
  href?: string;
  /** What else is good to know, in one line. */
  noticeOf?: (overview: EnvironmentOverview) => ReactNode;
  onRetry?: () => void;
}

/** One environment at a glance, for the overview of its entity. */
export function EnvironmentCard({
  part,
  title = 'Environment',
  href,
  noticeOf,
  onRetry,
}: EnvironmentCardProps) {
  return (
    <PartCard
      title={title}
      part={part}
      onRetry={onRetry}
      aside={({ health }) => <StatusLabel soft look={healthLook[health]} />}
    >
      {overview => (
        <div className={styles.body}>
          <p className={styles.headline}>{overview.headline.headline}</p>
          <EnvironmentFacts overview={overview} />
          {noticeOf?.(overview)}
          {href && (
            <ButtonLink href={href} variant="secondary">
              {`Open ${title.toLowerCase()}`}
            </ButtonLink>
          )}
        </div>
      )}
    </PartCard>
  );
}
