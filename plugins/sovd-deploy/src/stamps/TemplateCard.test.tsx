import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { TemplateCard } from './TemplateCard';
import type { TemplateCardProps } from './TemplateCard';
import * as stories from './TemplateCard.stories';

describeStories(stories);

async function card(args: TemplateCardProps) {
  renderInTestApp(<TemplateCard {...args} />);
  return screen.findByRole('region', { name: 'Template' });
}

describe('TemplateCard', () => {
  it('offers the upgrade, and says what an environment waits for', async () => {
    const { args } = stories.Content;
    expect(await card(args)).toHaveTextContent(
      'sovd-webapp 0.3.0 → 0.4.0 available',
    );
    expect(
      screen.getByRole('link', { name: 'Upgrade template' }),
    ).toHaveAttribute('href', args.forms.upgrade);
    const add = screen.getByRole('button', { name: 'Add environment' });
    expect(add).toBeDisabled();
    expect(add).toHaveAccessibleDescription(/^Upgrade the template first/);
  });

  it('offers an environment when the template is the newest', async () => {
    const { args } = stories.UpToDate;
    expect(await card(args)).toHaveTextContent('sovd-webapp 0.4.0, up to date');
    expect(
      screen.getByRole('link', { name: 'Add environment' }),
    ).toHaveAttribute('href', args.forms.addEnvironment);
    expect(
      screen.getByRole('button', { name: 'Upgrade template' }),
    ).toHaveAccessibleDescription('The repository has 0.4.0, the newest.');
  });

  it('says of a breaking upgrade that it is one', async () => {
    expect(await card(stories.Breaking.args)).toHaveTextContent(
      'Breaking upgrade',
    );
  });

  it('leads to the open pull request, and offers nothing beside it', async () => {
    const region = await card(stories.Proposed.args);
    const proposals = screen.getByRole('list', { name: 'Open pull requests' });
    expect(proposals).toHaveTextContent('Merge it to go on.');
    expect(within(proposals).getByRole('link')).toHaveAttribute(
      'href',
      expect.stringMatching(/\/pulls\/7$/),
    );
    for (const button of within(region).getAllByRole('button')) {
      expect(button).toBeDisabled();
      expect(button).toHaveAccessibleDescription(/^Merge or close/);
    }
    // One reason for both is said once.
    expect(within(region).getAllByText(/^Merge or close/)).toHaveLength(1);
  });

  it('lists what was edited, unfolded by whoever wants to know', async () => {
    const region = await card(stories.Drifted.args);
    const list = within(region).getByText('2 files edited and 1 file missing');
    expect(
      within(region).getByText('docs/runbooks/redis.md'),
    ).not.toBeVisible();
    await userEvent.click(list);
    const files = within(region).getByRole('region', {
      name: 'Files that were edited or are missing',
    });
    expect(
      within(files)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(
        /^\.github\/workflows\/_deploy\.yml.*Edited.*merged/,
      ),
      expect.stringMatching(/production\/values\.yaml.*Edited.*writes it anew/),
      expect.stringMatching(/redis\.md.*Missing/),
    ]);
  });

  it('tries again when asked', async () => {
    const onRetry = jest.fn();
    await card({ ...stories.Error.args, onRetry });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  it('shows nothing old in green', async () => {
    const region = await card(stories.Stale.args);
    expect(region.querySelector('[data-intent="positive"]')).toBeNull();
    expect(region).toHaveTextContent(/Last seen/);
  });
});
