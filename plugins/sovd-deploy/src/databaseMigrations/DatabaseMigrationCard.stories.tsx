import type { ComponentProps } from 'react';
import {
  databaseMigration,
  failedMigration,
  lockedMigration,
  valuePart,
} from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { DatabaseMigrationCard } from './DatabaseMigrationCard';

type MigrationStory = Story<ComponentProps<typeof DatabaseMigrationCard>>;

export default {
  title: 'Database migrations/DatabaseMigrationCard',
  component: DatabaseMigrationCard,
};

export const Content: MigrationStory = {
  args: { part: valuePart(databaseMigration, 'Migration Job') },
};
export const Running: MigrationStory = {
  args: {
    part: valuePart(
      { ...databaseMigration, phase: 'running', current: [], applied: [] },
      'Migration Job',
    ),
  },
};
export const Failed: MigrationStory = {
  args: { part: valuePart(failedMigration, 'Migration Job') },
};
export const Locked: MigrationStory = {
  args: { part: valuePart(lockedMigration, 'Migration Job') },
};
export const Stale: MigrationStory = {
  args: { part: stalePart(databaseMigration) },
};
export const Loading: MigrationStory = { args: { part: noValue.Loading } };
export const Error: MigrationStory = {
  args: { part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: MigrationStory = { args: { part: noValue.Forbidden } };
export const Absent: MigrationStory = { args: { part: noValue.Absent } };
