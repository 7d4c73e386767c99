import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { succeededChange } from '../__testUtils__/changes';
import { describeStories } from '../__testUtils__/describeStories';
import { valuePart } from '../__testUtils__/overviews';
import { HistoryCard } from './HistoryCard';
import * as stories from './HistoryCard.stories';

describeStories(stories);

describe('HistoryCard', () => {
  const part = valuePart([succeededChange], 'Change history');

  it('shows earlier changes when asked', async () => {
    const onShow = jest.fn();
    render(<HistoryCard part={part} earlier={{ isPending: false, onShow }} />);
    await userEvent.click(screen.getByRole('button', { name: 'Show earlier' }));
    expect(onShow).toHaveBeenCalledTimes(1);
  });

  it('offers none where all are shown', () => {
    render(<HistoryCard part={part} />);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
