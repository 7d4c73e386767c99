import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { Helmet } from 'react-helmet';
import styles from './kit.module.css';

interface PageHeadProps {
  title: string;
  /** Where this page was come to from. */
  back: { label: string; href: string };
  /** Stands below the title. */
  children?: ReactNode;
}

/** Where one is and the way out: heading, title of the window and a link back. */
export function PageHead({ title, back, children }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone with the page before, and a screen reader is to say what came.
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className={styles.pageHead}>
      <Helmet title={title} />
      <Link href={back.href}>{back.label}</Link>
      <h3 className={styles.pageTitle} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </header>
  );
}
