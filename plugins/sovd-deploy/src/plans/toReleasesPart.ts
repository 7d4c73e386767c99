import type { Change } from '@sovd/plugin-sovd-deploy-common';
import type { ShownPart } from '../kit/ShownPart';
import { toReleaseChoices } from './toReleaseChoices';
import type { ReleaseChoice } from './toReleaseChoices';

/**
 * Earlier releases as a part; where there is none, why.
 *
 * @param current - Helm's revision that runs now
 */
export function toReleasesPart(
  history: ShownPart<Change[]>,
  current: number | undefined,
): ShownPart<ReleaseChoice[]> {
  const nothing = {
    state: 'absent' as const,
    headline: 'No earlier release',
    reason:
      'One can go back to what a change brought before. Here nothing ran before what runs now.',
  };
  if (history.state === 'absent') return nothing;
  if (history.state !== 'value') return history;
  const value = toReleaseChoices(history.value, current);
  return value.length === 0 ? nothing : { ...history, value };
}
