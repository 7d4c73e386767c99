import type { Live } from './LiveValue';
import type { ShownPart } from './ShownPart';

interface PartDescription {
  /** Who answers, e.g. `The portal`. */
  source: string;
  /** What a person needs who was refused. */
  permission: string;
  askWhom: string;
  /** What it means that there is none. */
  missing: { headline: string; reason: string; nextStep?: Step };
}

interface Step {
  label: string;
  href?: string;
}

/** A live value in the terms that cards know. */
export function toPart<T>(
  live: Live<T>,
  { source, permission, askWhom, missing }: PartDescription,
): ShownPart<T> {
  if (live.state === 'loading') return live;
  if (live.state === 'value') {
    const { value, seenAt: observedAt, staleReason } = live;
    return { state: 'value', value, source, observedAt, staleReason };
  }
  const { failure, triedAt } = live;
  switch (failure.kind) {
    case 'missing':
      return { state: 'absent', ...missing };
    case 'forbidden':
      return { state: 'forbidden', permission, askWhom };
    default:
      return {
        state: 'error',
        reason: failure.reason,
        source,
        observedAt: triedAt,
      };
  }
}
