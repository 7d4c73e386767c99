import { Link, Radio } from '@backstage/ui';
import { nameOf } from '../kit/nameOf';
import { formatMoment } from '../kit/time';
import type { ReleaseChoice } from './toReleaseChoices';
import styles from './plans.module.css';

interface ReleaseRadioProps {
  choice: ReleaseChoice;
  isChosen: boolean;
  changeHref: (id: string) => string;
}

/** One earlier release with the change that brought it. */
export function ReleaseRadio({
  choice,
  isChosen,
  changeHref,
}: ReleaseRadioProps) {
  const { revision, version, change } = choice;
  const at = formatMoment(change.finishedAt ?? change.createdAt, Date.now());
  return (
    <div className={styles.choice} data-chosen={isChosen || undefined}>
      <Radio value={String(revision)}>
        <span>
          <strong>{version}</strong>, revision {revision}
        </span>
      </Radio>
      <p className={styles.lead}>{change.reason ?? 'No reason was given.'}</p>
      <p className={styles.hint}>
        {at}, {nameOf(change.requestedBy)}.{' '}
        <Link href={changeHref(change.id)} variant="body-x-small">
          {`See how revision ${revision} went`}
        </Link>
      </p>
    </div>
  );
}
