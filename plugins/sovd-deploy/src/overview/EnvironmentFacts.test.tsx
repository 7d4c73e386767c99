import { render, screen } from '@testing-library/react';
import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import {
  degradedOverview,
  healthyOverview,
  partsMissingOverview,
  release,
  valuePart,
} from '../__testUtils__/overviews';
import { EnvironmentFacts } from './EnvironmentFacts';

function factsOf(overview: EnvironmentOverview): Record<string, string> {
  render(<EnvironmentFacts overview={overview} />);
  const terms = screen.getAllByRole('term');
  const definitions = screen.getAllByRole('definition');
  return Object.fromEntries(
    terms.map(({ textContent }, index) => [
      textContent,
      definitions[index].textContent,
    ]),
  );
}

describe('EnvironmentFacts', () => {
  it('gives five answers, always in the same order', () => {
    const facts = factsOf(healthyOverview);
    expect(Object.keys(facts)).toEqual([
      'Version',
      'Rollout',
      'Database',
      'Cost a month',
      'Stack',
    ]);
    expect(facts).toMatchObject({
      Version: 'sha-1f0c2abrevision 1',
      Database: 'Revision 0002at head',
      Rollout: expect.stringContaining('3 of 3'),
      'Cost a month': '$440 estimatedof $800 budget',
      Stack: expect.stringContaining('eu-central-1'),
    });
  });

  it('shows a tag as it is', () => {
    const images = release.images.map(image => ({ ...image, tag: '2.4.1' }));
    const tagged = valuePart({ ...release, images, revision: 7 }, 'Portal');
    expect(factsOf({ ...healthyOverview, release: tagged }).Version).toBe(
      '2.4.1revision 7',
    );
  });

  it('calls a database without revisions empty', () => {
    const { databaseMigration } = healthyOverview;
    if (databaseMigration.state !== 'value') throw new Error('No value');
    const value = { ...databaseMigration.value, current: [], atHead: false };
    expect(
      factsOf({
        ...healthyOverview,
        databaseMigration: { ...databaseMigration, value },
      }).Database,
    ).toBe('Emptybehind head');
  });

  it('keeps them all where some have no value', () => {
    expect(Object.keys(factsOf(partsMissingOverview))).toHaveLength(5);
    expect(screen.getByText('Not allowed to see')).toBeInTheDocument();
    expect(screen.getByText('No estimate')).toBeInTheDocument();
  });

  it('says of a failed migration that it failed', () => {
    expect(factsOf(degradedOverview).Database).toContain('last run failed');
  });
});
