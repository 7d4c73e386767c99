import { useId } from 'react';
import type { ReactNode } from 'react';
import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Text,
} from '@backstage/ui';
import { Freshness } from './Freshness';
import { PartState } from './PartState';
import type { ShownPart } from './ShownPart';
import { StaleContext } from './StaleContext';
import styles from './kit.module.css';

interface PartCardProps<T> {
  title: string;
  /** Where the title leads to. */
  href?: string;
  part: ShownPart<T>;
  /** Stands on the right of the title, when there is a value. */
  aside?: (value: T) => ReactNode;
  /** Offers to try again where the source can't be reached. */
  onRetry?: () => void;
  children: (value: T) => ReactNode;
}

/** One card, all states; so every card of the product fails in the same words. */
export function PartCard<T>({
  title,
  href,
  part,
  aside,
  onRetry,
  children,
}: PartCardProps<T>) {
  const id = useId();
  const stale = part.state === 'value' && part.staleReason !== undefined;
  return (
    <StaleContext.Provider value={stale}>
      <Card
        className={styles.card}
        role="region"
        aria-labelledby={id}
        aria-busy={part.state === 'loading' || undefined}
      >
        <CardHeader>
          <div className={styles.cardHead}>
            <Text as="h3" id={id} variant="title-x-small" weight="bold">
              {href ? (
                <Link href={href} variant="title-x-small" weight="bold">
                  {title}
                </Link>
              ) : (
                title
              )}
            </Text>
            {part.state === 'value' && aside?.(part.value)}
          </div>
        </CardHeader>
        <CardBody className={styles.cardBody}>
          {part.state === 'value' ? (
            <div data-stale={stale || undefined}>{children(part.value)}</div>
          ) : (
            <PartState part={part} title={title} onRetry={onRetry} />
          )}
        </CardBody>
        {part.state === 'value' && (
          <CardFooter>
            <Freshness {...part} />
          </CardFooter>
        )}
      </Card>
    </StaleContext.Provider>
  );
}
