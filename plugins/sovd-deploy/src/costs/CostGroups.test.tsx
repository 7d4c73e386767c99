import { render, screen } from '@testing-library/react';
import { environmentCost } from '../__testUtils__/costs';
import { CostGroups } from './CostGroups';

describe('CostGroups', () => {
  it('has a bar for each group, as long as its share of the largest', () => {
    const groups = environmentCost.groups.slice(0, 2);
    const { container } = render(<CostGroups groups={groups} />);
    expect(
      screen.getAllByRole('definition').map(({ textContent }) => textContent),
    ).toEqual(['$214', '$99']);
    const bars = [...container.querySelectorAll('[aria-hidden]')];
    expect(bars.map(bar => bar.getAttribute('style'))).toEqual([
      'width: 100%;',
      expect.stringMatching(/^width: 45\.99/),
    ]);
  });

  it('stands without groups', () => {
    render(<CostGroups groups={[]} />);
    expect(screen.queryAllByRole('term')).toEqual([]);
  });
});
