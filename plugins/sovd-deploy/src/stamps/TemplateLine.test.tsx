import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { currentTemplate } from '../__testUtils__/templates';
import { TemplateLine } from './TemplateLine';
import * as stories from './TemplateLine.stories';

describeStories(stories);

const { href } = stories.Content.args;

describe('TemplateLine', () => {
  it.each([
    ['Content', 'Template 0.3.0 → 0.4.0 available'],
    ['Breaking', 'Template 0.3.0 → 1.0.0 available, a breaking upgrade'],
  ] as const)('%s: leads to the template card', async (name, text) => {
    renderInTestApp(<TemplateLine {...stories[name].args} />);
    expect(await screen.findByRole('link', { name: text })).toHaveAttribute(
      'href',
      href,
    );
  });

  it('says nothing when there is nothing to bring', async () => {
    renderInTestApp(
      <div data-testid="page">
        <TemplateLine status={currentTemplate} href={href} />
      </div>,
    );
    expect(await screen.findByTestId('page')).toBeEmptyDOMElement();
  });
});
