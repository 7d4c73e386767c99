import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Freshness } from '../kit/Freshness';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import { BoardColumn } from './BoardColumn';
import type { BoardEnvironment } from './BoardEnvironment';
import { BoardRelation } from './BoardRelation';
import { toRelation } from './toRelation';
import styles from './board.module.css';

export interface BoardProps {
  /** In the order in which a version is promoted. */
  part: ShownPart<BoardEnvironment[]>;
  /** What can be done with all of them. */
  actions?: ReactNode;
  onRetry?: () => void;
}

/** More columns than this don't fit beside each other. */
const MOST_COLUMNS = 4;

/** Environments side by side, rows aligned, so that a difference is seen and not searched. */
export function Board({ part, actions, onRetry }: BoardProps) {
  if (part.state !== 'value') {
    return (
      <PartCard title="Environments" part={part} onRetry={onRetry}>
        {() => undefined}
      </PartCard>
    );
  }
  const environments = part.value;
  const relations = environments
    .slice(1)
    .map((environment, index) => toRelation(environments[index], environment));
  const next = relations.find(({ action }) => action);
  return (
    <div className={styles.page}>
      {actions}
      {part.staleReason && <Freshness {...part} />}
      <div
        className={styles.board}
        data-aligned={environments.length <= MOST_COLUMNS || undefined}
      >
        {environments.map((environment, index) => (
          <Fragment key={environment.href}>
            {index > 0 && (
              <BoardRelation
                relation={relations[index - 1]}
                isNext={relations[index - 1] === next}
              />
            )}
            <div className={styles.column}>
              <BoardColumn
                environment={environment}
                before={environments[index - 1]}
              />
            </div>
          </Fragment>
        ))}
      </div>
    </div>
  );
}
