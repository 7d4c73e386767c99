import { render, screen } from '@testing-library/react';
import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import {
  degradedOverview,
  failedStack,
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
  it('gives four answers, always in the same order', () => {
    const facts = factsOf(healthyOverview);
    expect(Object.keys(facts)).toEqual([
      'Version',
      'Rollout',
      'Database',
      'Cost a month',
    ]);
    expect(facts).toMatchObject({
      Version: 'sha-1f0c2abrevision 1',
      Database: 'Revision 0002at head',
      Rollout: expect.stringContaining('3 of 3'),
      'Cost a month': '$440 estimatedof $800 budget',
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

  it('speaks of the stack as long as it is not simply there', () => {
    const facts = factsOf({
      ...healthyOverview,
      stack: valuePart(failedStack, 'CloudFormation'),
    });
    expect(facts.Stack).toBe('Failedeu-central-1');
  });

  it('says of a failed migration that it failed', () => {
    expect(factsOf(degradedOverview).Database).toContain('last run failed');
  });
});
