import { Link } from '@backstage/ui';
import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { severityLook } from './intent';
import { StatusLabel } from './StatusLabel';
import styles from './kit.module.css';

/** What, why, what to do: always in this order. */
export function FindingItem({ finding }: { finding: Finding }) {
  const { severity, headline, cause, nextSteps } = finding;
  return (
    <li className={styles.finding} data-severity={severity}>
      <StatusLabel look={severityLook[severity]}>
        {severityLook[severity].label}: {headline}
      </StatusLabel>
      <p className={styles.findingCause}>{cause}</p>
      {nextSteps.length > 0 && (
        <ul className={styles.findingSteps} aria-label="Next steps">
          {nextSteps.map(({ label, href }) => (
            <li key={label}>
              {href ? (
                <Link href={href} weight="bold">
                  {label}
                </Link>
              ) : (
                <strong>{label}</strong>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
