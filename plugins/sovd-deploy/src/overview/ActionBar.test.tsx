import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { ActionBar } from './ActionBar';
import * as stories from './ActionBar.stories';

describeStories(stories);

const base = '/catalog/default/resource/diagnostics-staging/environment';

describe('ActionBar', () => {
  it('leads to the pages that plan', async () => {
    renderInTestApp(<ActionBar {...stories.Content.args} />);
    expect(
      await screen.findByRole('link', { name: 'Upgrade' }),
    ).toHaveAttribute('href', `${base}/upgrade`);
    expect(screen.getByRole('link', { name: 'Roll back' })).toHaveAttribute(
      'href',
      `${base}/rollback`,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Scale or restart' }),
    );
    expect(
      (await screen.findAllByRole('menuitem')).map(item =>
        item.getAttribute('href'),
      ),
    ).toEqual([`${base}/scale`, `${base}/restart`]);
  });

  it('stays, and says what it waits for, while a change runs', async () => {
    renderInTestApp(<ActionBar {...stories.Busy.args} />);
    const upgrade = await screen.findByRole('button', { name: 'Upgrade' });
    expect(upgrade).toBeDisabled();
    expect(upgrade).toHaveAccessibleDescription(
      /^Upgrade, scale and restart wait: change “Upgrade to 2.5.0” is running/,
    );
    expect(screen.getByRole('link', { name: 'Roll back' })).toHaveAttribute(
      'href',
      `${base}/changes/change-6`,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Scale or restart' }),
    );
    for (const item of await screen.findAllByRole('menuitem')) {
      expect(item).toHaveAttribute('aria-disabled', 'true');
    }
  });

  it('names the permission that is missing', async () => {
    renderInTestApp(<ActionBar {...stories.Forbidden.args} />);
    for (const name of ['Upgrade', 'Roll back']) {
      const button = await screen.findByRole('button', { name });
      expect(button).toBeDisabled();
      expect(button).toHaveAccessibleDescription(
        'You need the permission sovd.change.plan. workshop, the owner, can give it.',
      );
    }
  });
});
