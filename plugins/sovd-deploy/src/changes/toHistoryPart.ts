import { environmentReadPermission } from '@sovd/plugin-sovd-deploy-common';
import type { Change, ChangePage } from '@sovd/plugin-sovd-deploy-common';
import type { Live } from '../kit/LiveValue';
import type { ShownPart } from '../kit/ShownPart';
import { toPart } from '../kit/toPart';

const nothing = {
  headline: 'No change yet',
  reason: 'Nobody has changed this environment since it was registered.',
};

/** A list of changes as a part; an empty one says so in words. */
export function toHistoryPart(
  live: Live<Pick<ChangePage, 'items'>>,
): ShownPart<Change[]> {
  const part = toPart(live, {
    source: 'Change history',
    permission: environmentReadPermission.name,
    askWhom: 'The owner of the environment',
    missing: nothing,
  });
  if (part.state !== 'value') return part;
  const { items } = part.value;
  return items.length === 0
    ? { state: 'absent', ...nothing }
    : { ...part, value: items };
}
