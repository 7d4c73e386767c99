import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { CostCard } from './CostCard';
import * as stories from './CostCard.stories';

describeStories(stories);

const card = () => screen.findByRole('region', { name: 'Cost' });

describe('CostCard', () => {
  it('says that it is an estimate, of which prices and what of', async () => {
    renderInTestApp(<CostCard {...stories.Content.args} />);
    expect(await card()).toHaveTextContent('$440 a month, estimated');
    expect(await card()).toHaveTextContent(
      'Estimate, not a bill. Prices of 3 Nov 2026 for eu-central-1.',
    );
    expect(screen.getByRole('img')).toHaveAccessibleName(
      '$440 a month estimated, $691 at peak, budget $800',
    );
    expect(
      screen.getAllByRole('term').map(({ textContent }) => textContent),
    ).toEqual([
      'Budget',
      'Peak',
      'Cluster',
      'Network',
      'Database',
      'Cache',
      'Operations',
    ]);
    expect(screen.getByText('Within budget')).toBeInTheDocument();
  });

  it('names what is above the budget', async () => {
    renderInTestApp(<CostCard {...stories.Above.args} />);
    expect(await card()).toHaveTextContent('$28 above');
    expect(
      screen.getByText('Above the budget').closest('[data-intent]'),
    ).toHaveAttribute('data-intent', 'warning');
  });

  it('says where prices are only roughly known', async () => {
    renderInTestApp(<CostCard {...stories.Approximate.args} />);
    expect(await card()).toHaveTextContent('a month, roughly estimated');
    expect(await card()).toHaveTextContent(
      "Approximate: they are reckoned from another region's prices.",
    );
  });

  it('gives an old verdict no colour', async () => {
    renderInTestApp(<CostCard {...stories.Stale.args} />);
    const verdict = await screen.findByText('Above the budget');
    expect(verdict.closest('[data-intent]')).toHaveAttribute(
      'data-intent',
      'neutral',
    );
  });
});
