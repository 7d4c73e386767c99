import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { failedChange } from '../__testUtils__/changes';
import { describeStories } from '../__testUtils__/describeStories';
import { ChangeCard } from './ChangeCard';
import * as stories from './ChangeCard.stories';

describeStories(stories);

describe('ChangeCard', () => {
  it('says where a change failed, why, and what was never begun', async () => {
    renderInTestApp(<ChangeCard change={failedChange} log={[]} />);
    const card = await screen.findByRole('region', { name: 'Create' });
    expect(screen.getByRole('status')).toHaveTextContent(
      'Infrastructure failed. The stack went back: Database could not be created',
    );
    expect(card).toHaveTextContent('DBInstance quota of 40 is used up');
    expect(screen.getAllByText('Not reached')).toHaveLength(4);
  });

  it('leads to the pull request that it waits for', async () => {
    renderInTestApp(<ChangeCard {...stories.WaitsForMerge.args} />);
    const status = await screen.findByRole('status');
    expect(status).toHaveTextContent(
      /^Infrastructure: Waiting until the pull request/,
    );
    const url = 'http://localhost:15930/sovd/diagnostics/pulls/7';
    expect(within(status).getByRole('link', { name: url })).toHaveAttribute(
      'href',
      url,
    );
  });

  it('leaves out a cause that the page has told', async () => {
    renderInTestApp(<ChangeCard change={failedChange} log={[]} causeIsTold />);
    const card = await screen.findByRole('region', { name: 'Create' });
    expect(card).not.toHaveTextContent('DBInstance quota');
  });
});
