import type { Judge } from './JudgeContext';
import type { Answers } from './answers';

/** Last day of each major version. Source: postgresql.org, "Versioning Policy". */
const SUPPORT_ENDS: Record<Answers['postgresVersion'], string> = {
  '15': '2027-11-11',
  '16': '2028-11-09',
  '17': '2029-11-08',
  '18': '2030-11-14',
};

const NEWEST = '18';
const DAY = 24 * 60 * 60 * 1000;
/** A new version is planned, tested and rolled out within half a year. */
const NOTICE_DAYS = 548;

/** Last day, ISO 8601, on which a major version of PostgreSQL is supported. @public */
export function postgresSupportEnd(version: Answers['postgresVersion']) {
  return SUPPORT_ENDS[version];
}

/** Says when the support of PostgreSQL ends, some time before it does. @public */
export const judgePostgres: Judge = ({ postgresVersion }, { today }) => {
  const end = SUPPORT_ENDS[postgresVersion];
  const days = Math.floor((Date.parse(end) - Date.parse(today ?? '')) / DAY);
  // Not a number without a day: then there is nothing to compare with.
  if (!(days <= NOTICE_DAYS)) return [];
  const over = days < 0;
  return [
    {
      rule: 'postgres-version',
      severity: over ? 'warning' : 'info',
      headline: over
        ? `PostgreSQL ${postgresVersion} is an unsupported version since ${end}`
        : `PostgreSQL ${postgresVersion} is supported until ${end}`,
      cause: over
        ? 'It gets no fixes any more, and AWS charges for its extended support.'
        : `Then it gets no fixes any more: in ${Math.round(days / 30)} months.`,
      nextSteps: [
        {
          label: `PostgreSQL ${NEWEST}, until ${SUPPORT_ENDS[NEWEST]}`,
          set: { postgresVersion: NEWEST },
        },
      ],
      fields: ['postgresVersion'],
    },
  ];
};
