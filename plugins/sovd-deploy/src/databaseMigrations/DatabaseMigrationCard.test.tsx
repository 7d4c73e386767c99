import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import {
  databaseMigration,
  failedMigration,
  valuePart,
} from '../__testUtils__/overviews';
import { DatabaseMigrationCard } from './DatabaseMigrationCard';
import * as stories from './DatabaseMigrationCard.stories';

describeStories(stories);

const cardOf = async (migration: typeof databaseMigration) => {
  renderInTestApp(
    <DatabaseMigrationCard part={valuePart(migration, 'Migration Job')} />,
  );
  return screen.findByRole('region', { name: 'Database migration' });
};

describe('DatabaseMigrationCard', () => {
  it('says where the schema stands and what the last run did', async () => {
    const card = await cardOf(databaseMigration);
    expect(card).toHaveTextContent('At head');
    expect(card).toHaveTextContent('Current revision0002');
    expect(card).toHaveTextContent('Applied 0001, 0002 in 4 s');
  });

  it("gives the database's own words for a failure", async () => {
    const card = await cardOf(failedMigration);
    expect(card).toHaveTextContent('Last run failed');
    expect(card).toHaveTextContent('Stopped in 0003, SQLSTATE 55P03');
    expect(card).toHaveTextContent('canceling statement due to lock timeout');
    expect(card).toHaveTextContent('Applied nothing in 5 s');
  });
});
