import { postgresSupportEnd } from '@sovd/plugin-sovd-deploy-common';
import type { QuestionGroup } from './Question';

/** How large the database is, and how far back it can be restored. */
export const databaseQuestions: QuestionGroup = {
  title: 'Database',
  questions: [
    {
      kind: 'choice',
      look: 'buttons',
      field: 'databaseClass',
      label: 'Database',
      help: 'Its memory decides how many connections there are.',
      options: [
        { value: 'db.t3.medium', label: 'db.t3.medium, 4 GiB' },
        { value: 'db.t3.large', label: 'db.t3.large, 8 GiB' },
      ],
    },
    {
      kind: 'choice',
      look: 'menu',
      field: 'postgresVersion',
      label: 'PostgreSQL',
      help: 'Major version.',
      options: (['15', '16', '17', '18'] as const).map(value => ({
        value,
        label: `${value}, supported until ${postgresSupportEnd(value)}`,
      })),
    },
    {
      kind: 'switch',
      field: 'multiAz',
      label: 'Standby in a second zone',
      help: 'Takes over within minutes when a zone fails.',
    },
    {
      kind: 'number',
      field: 'databaseStorageGb',
      label: 'Storage',
      help: '20 to 1,000 GB.',
      least: 20,
      most: 1000,
      step: 10,
      unit: 'GB',
    },
    {
      kind: 'number',
      field: 'databaseMaxStorageGb',
      label: 'Storage grows up to',
      help: '20 to 2,000 GB; at least a tenth more than the storage.',
      least: 20,
      most: 2000,
      step: 10,
      unit: 'GB',
    },
    {
      kind: 'number',
      field: 'backupRetentionDays',
      label: 'Any moment can be restored for',
      help: '1 to 35 days back.',
      least: 1,
      most: 35,
      unit: 'days',
    },
    {
      kind: 'number',
      field: 'snapshotRetentionDays',
      label: 'Daily snapshots are kept for',
      help: '1 to 365 days.',
      least: 1,
      most: 365,
      unit: 'days',
    },
  ],
};
