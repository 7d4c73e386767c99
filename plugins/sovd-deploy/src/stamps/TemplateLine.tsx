import { Link } from '@backstage/ui';
import { RiArrowUpCircleLine } from '@remixicon/react';
import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';
import styles from './stamps.module.css';

export interface TemplateLineProps {
  status: TemplateStatus;
  /** The page with the application's template card. */
  href: string;
}

/** For the pages of an environment: one line, and only when there is something to bring. */
export function TemplateLine({ status, href }: TemplateLineProps) {
  const { upgradable, version, newest, breaking } = status;
  if (!upgradable) return null;
  return (
    <p className={styles.line}>
      <RiArrowUpCircleLine size={16} aria-hidden />
      <Link href={href}>
        {`Template ${version} → ${newest} available`}
        {breaking && ', a breaking upgrade'}
      </Link>
    </p>
  );
}
