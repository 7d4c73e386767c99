import { environmentReadPermission } from '@sovd/plugin-sovd-deploy-common';
import type { ChangeLogEntry } from '@sovd/plugin-sovd-deploy-common';
import type { Live } from '../kit/LiveValue';
import type { ShownPart } from '../kit/ShownPart';
import { toPart } from '../kit/toPart';

const nothing = {
  headline: 'Nothing was logged',
  reason: 'This change has told nothing yet, or there is no such change.',
};

/** A log as a part; an empty one says so in words. */
export function toLogPart(
  live: Live<ChangeLogEntry[]>,
  askWhom: string,
): ShownPart<ChangeLogEntry[]> {
  const part = toPart(live, {
    source: 'The portal',
    permission: environmentReadPermission.name,
    askWhom,
    missing: nothing,
  });
  return part.state === 'value' && part.value.length === 0
    ? { state: 'absent', ...nothing }
    : part;
}
