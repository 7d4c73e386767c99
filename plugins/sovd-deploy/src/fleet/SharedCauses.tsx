import { Box, Button } from '@backstage/ui';
import type { SharedCause } from '@sovd/plugin-sovd-deploy-common';
import { healthLook } from '../kit/intent';
import { StatusLabel } from '../kit/StatusLabel';
import styles from './fleet.module.css';

interface SharedCausesProps {
  causes: readonly SharedCause[];
  onShow: (cause: SharedCause) => void;
}

/** One lost cluster is one line, not two hundred. */
export function SharedCauses({ causes, onShow }: SharedCausesProps) {
  if (causes.length === 0) return null;
  return (
    <Box bg="neutral" className={styles.causesBox}>
      <ul
        className={styles.causes}
        aria-label="Causes that several environments share"
      >
        {causes.map(cause => (
          <li key={`${cause.health} ${cause.headline}`}>
            <StatusLabel look={healthLook[cause.health]}>
              {cause.count} environments
            </StatusLabel>
            <span className={styles.causeText}>{cause.headline}</span>
            <Button
              variant="secondary"
              aria-label={`Show the ${cause.count}: ${cause.headline}`}
              onPress={() => onShow(cause)}
            >
              Show
            </Button>
          </li>
        ))}
      </ul>
    </Box>
  );
}
