import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { describeStories } from '../__testUtils__/describeStories';
import { RestartPage } from './RestartPage';
import * as stories from './RestartPage.stories';

describeStories(stories);

describe('RestartPage', () => {
  it('says why no plan came, and tries again', async () => {
    const onPlan = jest.fn();
    renderInTestApp(<RestartPage {...stories.Error.args} onPlan={onPlan} />);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'No plan was made.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onPlan).toHaveBeenCalledWith({ kind: 'restart', input: {} });
  });
});
