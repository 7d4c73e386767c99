import type { ReactNode } from 'react';
import { staleLook } from './intent';
import type { Look } from './intent';
import { useStale } from './StaleContext';
import styles from './kit.module.css';

interface StatusLabelProps {
  look: Look;
  /** Replaces the general word by a more precise one. */
  children?: ReactNode;
  /** A tinted pill; for the one status that matters most in a card. */
  soft?: boolean;
}

/** Icon and word. The word is real text; the icon is decoration. */
export function StatusLabel({ look, children, soft }: StatusLabelProps) {
  const shown = useStale() ? staleLook(look) : look;
  const Icon = shown.icon;
  return (
    <span
      className={styles.status}
      data-intent={shown.intent}
      data-soft={soft || undefined}
    >
      <Icon
        size={16}
        aria-hidden
        className={shown.intent === 'progress' ? styles.spin : undefined}
      />
      <span>{children ?? shown.label}</span>
    </span>
  );
}
