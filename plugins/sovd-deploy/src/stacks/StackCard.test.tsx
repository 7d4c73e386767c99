import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { failedStack, stack, valuePart } from '../__testUtils__/overviews';
import { StackCard } from './StackCard';
import * as stories from './StackCard.stories';

describeStories(stories);

describe('StackCard', () => {
  it('folds the outputs away until they are wanted', async () => {
    renderInTestApp(<StackCard part={valuePart(stack, 'CloudFormation')} />);
    const outputs = await screen.findByText('4 outputs');
    expect(outputs.closest('details')).not.toHaveAttribute('open');
    await userEvent.click(outputs);
    expect(outputs.closest('details')).toHaveAttribute('open');
    expect(
      screen.getAllByRole('term').map(({ textContent }) => textContent),
    ).toEqual(
      expect.arrayContaining(['DatabaseEndpoint', 'DatabaseName', 'VpcId']),
    );
  });

  it("says the provider's first failing cause", async () => {
    renderInTestApp(
      <StackCard part={valuePart(failedStack, 'CloudFormation')} />,
    );
    expect(await screen.findByText(/First failing cause/)).toHaveTextContent(
      'DBInstance quota of 40 is used up',
    );
    expect(screen.getByText('ROLLBACK_COMPLETE')).toBeInTheDocument();
  });
});
