import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { AddEnvironment } from './AddEnvironment';
import * as stories from './AddEnvironment.stories';

describeStories(stories);

describe('AddEnvironment', () => {
  it.each(['Content', 'Loading', 'Error'] as const)(
    '%s: leads to the form, which judges itself',
    async name => {
      const { args } = stories[name];
      renderInTestApp(<AddEnvironment {...args} />);
      expect(
        await screen.findByRole('link', { name: 'Add environment' }),
      ).toHaveAttribute('href', args.href);
    },
  );

  it.each([
    ['Outdated', /^Upgrade the template first/],
    ['Proposed', /^Merge or close the pull request/],
    ['Absent', 'Not made by a template of this portal.'],
  ] as const)('%s: stays, and says why it is off', async (name, reason) => {
    renderInTestApp(<AddEnvironment {...stories[name].args} />);
    const button = await screen.findByRole('button', {
      name: 'Add environment',
    });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(reason);
  });
});
