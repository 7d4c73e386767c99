import type { ShownPart } from '../kit/ShownPart';
import { ago } from './moments';

type PartName = 'Loading' | 'Error' | 'Forbidden' | 'Absent';

/** Every way in which a card has no value. */
export const noValue: Record<PartName, ShownPart<never>> = {
  Loading: { state: 'loading' },
  Error: {
    state: 'error',
    source: 'Kubernetes',
    reason: 'The cluster sandbox closed the connection (timeout after 10 s).',
    observedAt: ago(12),
  },
  Forbidden: {
    state: 'forbidden',
    permission: 'sovd.environment.read',
    askWhom: 'workshop, the owner,',
  },
  Absent: {
    state: 'absent',
    headline: 'Not deployed yet',
    reason:
      'The repository and the stack are there; no release was ever rolled out.',
    nextStep: { label: 'See the running change', href: '/changes' },
  },
};

/** A value that couldn't be renewed for 21 minutes. */
export function stalePart<T>(value: T): ShownPart<T> {
  return {
    state: 'value',
    value,
    source: 'Kubernetes',
    observedAt: ago(1260),
    staleReason: 'The cluster sandbox has not answered since 03:05.',
  };
}
