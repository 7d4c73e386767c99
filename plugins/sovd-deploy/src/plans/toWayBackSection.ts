import type { Plan, WayBack } from '@sovd/plugin-sovd-deploy-common';
import { wayBackLook } from '../kit/intent';
import type { PlanLevel } from '../kit/intent';
import type { PlanSection } from './PlanSection';

const levelOf: Record<WayBack['verdict'], PlanLevel> = {
  plain: 'quiet',
  guarded: 'look',
  unknown: 'look',
  impossible: 'danger',
};

function meaningOf(verdict: WayBack['verdict'], version: string): string {
  switch (verdict) {
    case 'plain':
      return `Roll back brings ${version} again; the database stays as it is.`;
    case 'guarded':
      return `The newer image has to take revisions back before ${version} can run; this portal doesn't do that yet.`;
    case 'impossible':
      return `${version} can't run on the database as it is afterwards: only a restore of a backup brings it back.`;
    case 'unknown':
      return `Read the revisions before you go on: nobody has said whether ${version} could run afterwards.`;
    default:
      return verdict satisfies never;
  }
}

/** Whether what runs now could run again afterwards. */
export function toWayBackSection({
  wayBack,
  fromVersion,
}: Pick<Plan, 'wayBack' | 'fromVersion'>): PlanSection {
  const { verdict, reason } = wayBack;
  return {
    id: 'wayBack',
    level: levelOf[verdict],
    look: wayBackLook[verdict],
    sentence: reason,
    rows: [
      {
        kind: 'note',
        subject: `Back to ${fromVersion}`,
        detail: meaningOf(verdict, fromVersion),
      },
    ],
  };
}
