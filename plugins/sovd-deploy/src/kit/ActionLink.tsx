import type { ReactElement } from 'react';
import { Button, ButtonLink } from '@backstage/ui';

interface ActionLinkProps {
  /** Where the action begins; left out while it is off. */
  href?: string;
  icon: ReactElement;
  /** Id of the sentence that says why it is off. */
  reasonId?: string;
  children: string;
}

/** A secondary button that opens a page; while it is off it stays in its place. */
export function ActionLink({
  href,
  icon,
  reasonId,
  children,
}: ActionLinkProps) {
  if (href) {
    return (
      <ButtonLink href={href} variant="secondary" iconStart={icon}>
        {children}
      </ButtonLink>
    );
  }
  return (
    <Button
      variant="secondary"
      iconStart={icon}
      isDisabled
      aria-describedby={reasonId}
    >
      {children}
    </Button>
  );
}
