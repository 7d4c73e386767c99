import type { Judge } from './JudgeContext';

/** RDS grows storage by itself only up to a bound at least a tenth above it. @public */
export const judgeStorage: Judge = ({
  databaseStorageGb,
  databaseMaxStorageGb,
}) => {
  // in tenths, as 1.1 is no exact number
  const least = Math.ceil((databaseStorageGb * 11) / 10);
  if (databaseMaxStorageGb >= least) return [];
  return [
    {
      rule: 'storage',
      severity: 'blocker',
      headline: `The database can't grow from ${databaseStorageGb} to ${databaseMaxStorageGb} GB`,
      cause: `RDS wants the bound of its growth at least 10 % above the start, ${least} GB.`,
      nextSteps: [
        { label: `Up to ${least} GB`, set: { databaseMaxStorageGb: least } },
      ],
      fields: ['databaseStorageGb', 'databaseMaxStorageGb'],
    },
  ];
};
