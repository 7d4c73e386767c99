import { render, screen } from '@testing-library/react';
import { describeStories } from '../__testUtils__/describeStories';
import { aboveCost, environmentCost } from '../__testUtils__/costs';
import { BudgetMeter } from './BudgetMeter';
import * as stories from './BudgetMeter.stories';
import { StaleContext } from './StaleContext';

describeStories(stories);

const meter = () => screen.getByRole('img');

describe('BudgetMeter', () => {
  it('says what it shows', () => {
    render(<BudgetMeter {...environmentCost} />);
    expect(meter()).toHaveAccessibleName(
      '$440 a month estimated, $691 at peak, budget $800',
    );
    expect(meter()).toHaveAttribute('data-intent', 'neutral');
    expect([...meter().children].map(it => it.getAttribute('style'))).toEqual([
      expect.stringMatching(/^width: 55\.03/),
      expect.stringMatching(/^left: 55\.03.*width: 31\.28/),
    ]);
  });

  it('draws the budget where a peak goes beyond it', () => {
    render(<BudgetMeter {...aboveCost} />);
    expect(meter()).toHaveAttribute('data-intent', 'warning');
    expect(meter().lastElementChild?.getAttribute('style')).toMatch(
      /^left: 66\.6/,
    );
  });

  it('has no colour once it is old', () => {
    render(
      <StaleContext.Provider value>
        <BudgetMeter {...aboveCost} />
      </StaleContext.Provider>,
    );
    expect(meter()).toHaveAttribute('data-intent', 'neutral');
  });

  it('stays within its edges when nothing costs anything', () => {
    render(<BudgetMeter baseline={0} peak={0} budget={100} verdict="within" />);
    expect(meter().firstElementChild).toHaveStyle({ width: '0%' });
  });
});
