import type { Plan } from '@sovd/plugin-sovd-deploy-common';
import { CopyButton } from '../kit/CopyButton';
import { Remaining } from '../kit/Remaining';
import { shortDigest } from './shortDigest';
import styles from './plans.module.css';

/** Which plan this is, what it was made from and how long it holds. */
export function PlanIdentity({ plan }: { plan: Plan }) {
  return (
    <>
      <dl className={styles.identity}>
        <dt>Digest</dt>
        <dd>
          <span title={plan.digest}>{shortDigest(plan.digest)}</span>
          <CopyButton text={plan.digest} what="digest" />
        </dd>
        <dt>Commit</dt>
        <dd title={plan.commit}>{plan.commit.slice(0, 7)}</dd>
        <dt>Valid for</dt>
        <dd>
          <Remaining until={plan.expiresAt} />
        </dd>
      </dl>
      <p className={styles.hint}>
        Exactly this is applied. If anything moves before, nothing happens and
        you get a new plan.
      </p>
    </>
  );
}
