import { ButtonLink, Link } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import type { NextStep } from '@sovd/plugin-sovd-deploy-common';
import styles from './kit.module.css';

/** What to do now: the first step is the one primary button of the page. */
export function NextSteps({ steps }: { steps: NextStep[] }) {
  const [first, ...others] = steps.filter(({ href }) => href);
  const told = steps.filter(({ href }) => !href);
  return (
    <>
      {first && (
        <nav aria-label="Next steps" className={styles.nextSteps}>
          <ButtonLink href={first.href ?? ''} variant="primary">
            {first.label}
          </ButtonLink>
          {others.map(({ label, href }) => (
            <Link key={label} href={href} standalone weight="bold">
              <span className={styles.nextStep}>
                {label}
                <RiArrowRightLine size={14} aria-hidden />
              </span>
            </Link>
          ))}
        </nav>
      )}
      {told.map(({ label }) => (
        <p key={label} className={styles.told}>
          <RiArrowRightLine size={14} aria-hidden /> {label}
        </p>
      ))}
    </>
  );
}
