import { changePlanPermission } from '@sovd/plugin-sovd-deploy-common';
import type { Version } from '@sovd/plugin-sovd-deploy-common';
import type { Live } from '../kit/LiveValue';
import type { ShownPart } from '../kit/ShownPart';
import { toPart } from '../kit/toPart';

interface Surroundings {
  askWhom: string;
  /** Where versions come from. */
  repositoryUrl: string;
}

/** The versions as a part; where there is no other than the one that runs, how to make one. */
export function toVersionsPart(
  live: Live<Version[]>,
  { askWhom, repositoryUrl }: Surroundings,
): ShownPart<Version[]> {
  const nothing = {
    headline: 'No other version',
    reason:
      'A version is made by a Git tag: push one to the repository, and its pipeline builds the images. This page shows it as soon as the image registry has it.',
    nextStep: { label: 'Open the repository', href: repositoryUrl },
  };
  const part = toPart(live, {
    source: 'The image registry',
    permission: changePlanPermission.name,
    askWhom,
    missing: nothing,
  });
  if (part.state === 'value' && part.value.every(({ running }) => running)) {
    return { state: 'absent', ...nothing };
  }
  return part;
}
