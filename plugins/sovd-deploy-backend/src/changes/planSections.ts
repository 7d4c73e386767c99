/** The parts of a plan that are summed up each by itself, so that a difference can be named. */
export const planSections = [
  'source',
  'images',
  'values',
  'objects',
  'database',
  'infrastructure',
  'bootstrap',
  'files',
] as const;

/** @see {@link planSections} */
export type PlanSection = (typeof planSections)[number];

/** A checksum for each section; the plan's digest is made from all of them. */
export type PlanFingerprints = Record<PlanSection, string>;
