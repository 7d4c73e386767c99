import type { Judge } from './JudgeContext';
import type { Target } from './target';

/** Zones that production spreads over. */
const ZONES = 3;

/** Whether a target has the zones for production. */
export function canHoldProduction(target: Target | undefined): boolean {
  return !target || target.availabilityZones >= ZONES;
}

/** Production goes on when a zone fails, so it never runs where there are too few. @public */
export const judgeProductionZones: Judge = (
  { availabilityZones, tier },
  { target },
) => {
  if (tier !== 'production') return [];
  const cause = `With ${ZONES} zones two go on when one fails.`;
  const about = {
    rule: 'production-availabilityZones',
    severity: 'blocker',
  } as const;
  if (target && !canHoldProduction(target)) {
    return [
      {
        ...about,
        headline: `${target.title} can't hold production`,
        cause: `${cause} ${target.region} has ${target.availabilityZones} for this portal.`,
        nextSteps: [
          { label: 'Create it as staging', set: { tier: 'staging' } },
          { label: `Or choose a target with ${ZONES} zones` },
        ],
        fields: ['tier', 'target', 'availabilityZones'],
      },
    ];
  }
  if (availabilityZones >= ZONES) return [];
  return [
    {
      ...about,
      headline: `Production can't do with ${availabilityZones} zones`,
      cause,
      nextSteps: [
        { label: `${ZONES} zones`, set: { availabilityZones: ZONES } },
      ],
      fields: ['tier', 'availabilityZones'],
    },
  ];
};
