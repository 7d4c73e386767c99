import { Link, Radio } from '@backstage/ui';
import { versionOf } from '@sovd/plugin-sovd-deploy-common';
import type { Version } from '@sovd/plugin-sovd-deploy-common';
import { StatusLabel } from '../kit/StatusLabel';
import { isChoosable, toVersionVerdict } from './toVersionVerdict';
import { shortDigest } from './shortDigest';
import styles from './plans.module.css';

interface VersionChoiceProps {
  version: Version;
  isChosen: boolean;
  changeHref: (id: string) => string;
}

/** One version with what is known of it. */
export function VersionChoice({
  version,
  isChosen,
  changeHref,
}: VersionChoiceProps) {
  const { tag, digest, history } = version;
  return (
    <div className={styles.choice} data-chosen={isChosen || undefined}>
      <Radio value={tag} isDisabled={!isChoosable(version)}>
        <strong>{versionOf(tag)}</strong>
      </Radio>
      <div>
        <StatusLabel look={toVersionVerdict(version, Date.now())} />
      </div>
      <p className={styles.hint}>
        Image {shortDigest(digest)}
        {history && (
          <>
            {'. '}
            <Link href={changeHref(history.changeId)} variant="body-x-small">
              {`See how ${versionOf(tag)} went`}
            </Link>
          </>
        )}
      </p>
    </div>
  );
}
