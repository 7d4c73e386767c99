import type { ReactNode } from 'react';
import type { Part } from '@sovd/plugin-sovd-deploy-common';
import { Fact } from '../kit/Fact';
import { StaleContext } from '../kit/StaleContext';
import { nothingOf } from './nothingOf';
import styles from './overview.module.css';

interface PartFactProps<T> {
  label: string;
  part: Part<T>;
  hint?: (value: T) => ReactNode;
  children: (value: T) => ReactNode;
}

/** One part of an overview in a few words, whatever state it is in. */
export function PartFact<T>({ label, part, hint, children }: PartFactProps<T>) {
  if (part.state !== 'value') {
    return (
      <Fact label={label}>
        <span className={styles.nothing}>{nothingOf(part)}</span>
      </Fact>
    );
  }
  const { value, staleReason } = part;
  return (
    <StaleContext.Provider value={staleReason !== undefined}>
      <Fact label={label} hint={hint?.(value)}>
        {children(value)}
      </Fact>
    </StaleContext.Provider>
  );
}
