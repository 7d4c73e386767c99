import { healthLook } from '../kit/intent';
import { PartCard } from '../kit/PartCard';
import { StaleContext, useStale } from '../kit/StaleContext';
import { StatusLabel } from '../kit/StatusLabel';
import type { BoardEnvironment } from './BoardEnvironment';
import type { Facet } from './Facet';
import { markDifferences } from './markDifferences';
import styles from './board.module.css';

interface BoardColumnProps {
  environment: BoardEnvironment;
  /** The column on its left. */
  before?: BoardEnvironment;
}

/** One environment of the board; its rows stand beside those of its neighbours. */
export function BoardColumn({ environment, before }: BoardColumnProps) {
  const { title, part, href, onRetry } = environment;
  return (
    <PartCard
      title={title}
      href={href}
      part={part}
      onRetry={onRetry}
      aside={({ health }) => <StatusLabel soft look={healthLook[health]} />}
    >
      {({ headline }) => (
        <>
          <p className={styles.headline}>{headline.headline}</p>
          <dl className={styles.facets}>
            {markDifferences(environment, before).map(facet => (
              <FacetRow key={facet.label} facet={facet} />
            ))}
          </dl>
        </>
      )}
    </PartCard>
  );
}

function FacetRow({ facet }: { facet: Facet }) {
  const { label, value, hint, look, isNothing, isStale, differs } = facet;
  const cardIsStale = useStale();
  return (
    <div className={styles.facet}>
      <dt>{label}</dt>
      <dd>
        <span className={styles.value} data-nothing={isNothing || undefined}>
          {look ? (
            <StaleContext.Provider value={isStale || cardIsStale}>
              <StatusLabel look={look}>{value}</StatusLabel>
            </StaleContext.Provider>
          ) : (
            value
          )}
        </span>{' '}
        {differs && <span className={styles.differs}>differs</span>}
        {hint && <span className={styles.hint}>{hint}</span>}
      </dd>
    </div>
  );
}
